"""Runs named checks and reports each on a line of its own: 'ok NAME' or 'FAIL NAME: why'."""
import sys
import traceback


class Checks:
    def __init__(self):
        self.failed = 0

    def run(self, name, check):
        try:
            check()
            print("ok " + name, flush=True)
        except Exception as error:  # a check that fails must not hide those behind it
            self.failed += 1
            where = traceback.extract_tb(error.__traceback__)[-1]
            print("FAIL %s: %s: %s (line %d)" % (name, type(error).__name__, error, where.lineno), flush=True)

    def end(self):
        sys.exit(1 if self.failed else 0)


def equal(actual, expected):
    if actual != expected:
        raise AssertionError("%r is not %r" % (actual, expected))
