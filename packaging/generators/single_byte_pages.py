#!/usr/bin/env python3
"""Writes app/tabular/encoding/SingleBytePages.cpp: what the bytes 0x80 to 0xFF mean in each 8-bit page, as Python knows it.

  single_byte_pages.py > app/tabular/encoding/SingleBytePages.cpp
"""

# Name in the program, name in Python.
PAGES = (
    [(f"windows-{n}", f"cp{n}") for n in range(1250, 1259)]
    + [(f"ISO-8859-{n}", f"iso8859-{n}") for n in range(1, 17) if n != 12]
    + [(f"IBM{n}", f"cp{n}") for n in (437, 850, 852, 866)]
    + [("KOI8-R", "koi8-r"), ("KOI8-U", "koi8-u"), ("macintosh", "mac-roman"), ("x-mac-cyrillic", "mac-cyrillic")]
)


def unit(byte, codec):
    try:
        return ord(bytes([byte]).decode(codec))
    except UnicodeDecodeError:
        return 0


def main():
    print("// Made by packaging/generators/single_byte_pages.py; change that instead.")
    print('#include "tabular/encoding/SingleBytePages.h"\n')
    print("#include <algorithm>\n")
    print("namespace tabular {\n\nnamespace {\n")
    print("// clang-format off")
    print(f"constexpr std::array<SingleBytePage, {len(PAGES)}> pages{{{{")
    for name, codec in PAGES:
        units = [f"0x{unit(byte, codec):04X}" for byte in range(0x80, 0x100)]
        print(f'{{"{name}", {{{{')
        for start in range(0, 128, 16):
            print(",".join(units[start:start + 16]) + ("," if start < 112 else "}}},"))
    print("}};\n// clang-format on\n\n} // namespace\n")
    print("const SingleBytePage *singleBytePage(std::string_view name)\n{")
    print("    const auto found = std::find_if(pages.begin(), pages.end(), [name](const auto &page) { return page.name == name; });")
    print("    return found == pages.end() ? nullptr : &*found;\n}\n\n} // namespace tabular")


main()
