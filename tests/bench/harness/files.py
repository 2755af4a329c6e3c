"""The test files. Each is made once, beside a JSON file with the true answers and the options that made it."""
import gzip
import json
import os
import shutil
import subprocess
import sys
import zipfile

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Table:
    def __init__(self, path, manifest):
        self.path, self.manifest = path, manifest

    @property
    def bytes(self):
        return os.path.getsize(self.path)


class Files:
    def __init__(self, cache, generator):
        self.cache, self.generator = cache, generator
        os.makedirs(cache, exist_ok=True)

    def _made(self, path, options, make):
        manifest, recipe = path + ".json", path + ".options"
        if not (os.path.exists(path) and os.path.exists(manifest) and self._text(recipe) == json.dumps(options)):
            print(f"making {os.path.basename(path)}", file=sys.stderr)
            make(path, manifest)
            with open(recipe, "w", encoding="utf-8") as out:
                out.write(json.dumps(options))
        with open(manifest, encoding="utf-8") as source:
            table = Table(path, json.load(source))
        self._warm(path)
        return table

    @staticmethod
    def _text(path):
        if not os.path.exists(path):
            return ""
        with open(path, encoding="utf-8") as source:
            return source.read()

    @staticmethod
    def _warm(path):
        with open(path, "rb", buffering=0) as source:
            while source.read(1 << 22):
                pass

    def csv(self, name, *options):
        def make(path, manifest):
            subprocess.run([self.generator, "--out", path, "--manifest", manifest, *options], check=True)
        built = os.stat(self.generator)
        return self._made(os.path.join(self.cache, name), [*options, built.st_size], make)

    def workbook(self, name, rows):
        script = os.path.join(HERE, "make_workbook.py")

        def make(path, manifest):
            subprocess.run([sys.executable, script, "--out", path, "--manifest", manifest, "--rows", str(rows)], check=True)
        return self._made(os.path.join(self.cache, name), [rows, os.path.getsize(script)], make)

    def archived(self, table, ending):
        """The same table in an archive of its own: `ending` is ".zip" or ".gz"."""
        def make(path, manifest):
            if ending == ".gz":
                with open(table.path, "rb") as source, gzip.GzipFile(path, "wb", mtime=0) as archive:
                    shutil.copyfileobj(source, archive, 1 << 20)
            else:
                with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                    archive.write(table.path, os.path.basename(table.path))
            with open(manifest, "w", encoding="utf-8") as out:
                json.dump(table.manifest, out)
        return self._made(table.path + ending, [table.bytes, self._text(table.path + ".options")], make)
