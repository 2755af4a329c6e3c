#pragma once

#include <QObject>

namespace cli {

/// Turns the first SIGINT or SIGTERM into a signal in the event loop; the second one ends the program as usual. One at a
/// time; on systems without POSIX signals it never fires.
class Interrupt final : public QObject {
    Q_OBJECT
public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

Q_SIGNALS:
    void asked();
};

} // namespace cli
