#pragma once

#include "base/Error.h"

#include <utility>
#include <variant>

namespace base {

/// The value of one-shot work, or the failure that took its place. Never empty; `F` is the type of a failure.
/// Reading the side that is not there is a programming error (asserted by std::get).
template <class T, class F = Error>
class [[nodiscard]] Result final {
public:
    Result(T value)
        : m_content(std::in_place_index<0>, std::move(value))
    { }
    Result(F failure)
        : m_content(std::in_place_index<1>, std::move(failure))
    { }

    [[nodiscard]] bool ok() const { return m_content.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T &value() const & { return std::get<0>(m_content); }
    [[nodiscard]] T &value() & { return std::get<0>(m_content); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_content)); }
    [[nodiscard]] const F &error() const { return std::get<1>(m_content); }

    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

private:
    std::variant<T, F> m_content;
};

/// For work that gives nothing back but whether it was done.
struct Done final { };
using Status = Result<Done>;

} // namespace base
