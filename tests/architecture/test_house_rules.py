#!/usr/bin/env python3
"""Proves that each house rule can fail: plants one breach of each kind in a small tree of its own."""
import os
import tempfile
import unittest

import house_rules as rules


class HouseRules(unittest.TestCase):
    def breaches(self, check, path, text):
        with tempfile.TemporaryDirectory() as root:
            full = os.path.join(root, path)
            os.makedirs(os.path.dirname(full))
            with open(full, "w", encoding="utf-8") as handle:
                handle.write(text)
            return [sentence for _, _, sentence in rules.CHECKS[check](root)]

    def test_includes(self):
        for path, include in [
            ("app/crm/A.cpp", '#include "net/CrmApi.h"'),
            ("app/crm/A.cpp", "#include <QtWidgets/QWidget>"),
            ("app/crm/A.cpp", "#include <QIcon>"),
            ("app/net/CrmApi.cpp", "#include <QNetworkAccessManager>"),
            ("app/net/A.cpp", '#include "auth/KeychainCredentialStore.h"'),
            ("ui/wizard/A.cpp", '#include "net/CrmApi.h"'),
            ("ui/wizard/A.cpp", '#include "practice/PracticeHost.h"'),
            ("ui/wizard/A.cpp", "#include <QFile>"),
            ("ui/widgets/A.cpp", '#include "ui/wizard/Page.h"'),
            ("ui/misc/A.cpp", ""),
        ]:
            self.assertEqual(len(self.breaches("includes", path, include + "\n")), 1, (path, include))

    def test_good_includes(self):
        for path, include in [
            ("app/net/HttpClient.cpp", "#include <QNetworkAccessManager>"),
            ("app/net/A.h", '#include "auth/TokenProvider.h"'),
            ("ui/shell/A.cpp", '#include "session/ImportSession.h"'),
            ("ui/widgets/A.cpp", "#include <QWidget>"),
        ]:
            self.assertEqual(self.breaches("includes", path, include + "\n"), [], (path, include))

    def test_sizes(self):
        body = "void f()\n{\n" + "    g();\n" * 46 + "}\n"
        self.assertEqual(len(self.breaches("sizes", "app/crm/A.cpp", body)), 1)
        self.assertEqual(self.breaches("sizes", "app/crm/A.cpp", body.replace("    g();\n", "", 1)), [])
        page = "FilePage::FilePage(int a)\n    : Page(a)\n{\n" + "    g();\n" * 31 + "}\n"
        self.assertEqual(len(self.breaches("sizes", "ui/wizard/FilePage.cpp", page)), 1)
        self.assertEqual(len(self.breaches("sizes", "app/crm/A.cpp", "//\n" * 451)), 1)
        self.assertEqual(len(self.breaches("sizes", "app/crm/A.h", "//\n" * 181)), 1)
        wide = "class A final {\npublic:\n" + "".join(f"    void f{i}();\n" for i in range(21)) + "};\n"
        self.assertEqual(len(self.breaches("sizes", "app/crm/A.h", wide)), 1)

    def test_wording(self):
        for path, line in [
            ("app/crm/A.cpp", "// TO" + "DO later"),
            ("ui/wizard/A.cpp", "connect(a, SIG" + "NAL(x()), b, SL" + "OT(y()));"),
            ("app/net/A.cpp", "reply->ignoreSsl" + "Errors();"),
            ("app/net/A.cpp", 'return tr("No");'),
            ("tests/unit/A.cpp", 'QSK' + 'IP("not today");'),
            ("app/session/A.cpp", "QEvent" + "Loop loop;"),
        ]:
            self.assertEqual(len(self.breaches("wording", path, line + "\n")), 1, line)

    def test_secrets(self):
        self.assertEqual(len(self.breaches("secrets", "ui/accounts/A.cpp", "use(token.reveal());\n")), 1)
        self.assertEqual(self.breaches("secrets", "app/net/A.cpp", "use(token.reveal());\n"), [])


if __name__ == "__main__":
    unittest.main()
