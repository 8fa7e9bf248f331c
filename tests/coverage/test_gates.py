#!/usr/bin/env python3
"""The gates of coverage can be missed: by a line, by a branch, and by a part that has lost its files."""

import unittest

import gates


def counted(name, lines, branches):
    return {"filename": name, "line_covered": lines[0], "line_total": lines[1], "branch_covered": branches[0],
            "branch_total": branches[1]}


PARTS = {"gate": (["app/payouts/gate.*"], 100, 90)}


class Gates(unittest.TestCase):
    def below(self, *files):
        return gates.judge(list(files), PARTS)[1]

    def test_all_that_is_asked_for_passes(self):
        self.assertEqual(self.below(counted("app/payouts/gate.cpp", (50, 50), (9, 10))), [])

    def test_one_line_of_a_thousand_is_missed(self):
        self.assertEqual(len(self.below(counted("app/payouts/gate.cpp", (999, 1000), (10, 10)))), 1)

    def test_a_branch_too_few_is_missed(self):
        self.assertEqual(len(self.below(counted("app/payouts/gate.cpp", (50, 50), (89, 100)))), 1)

    def test_files_of_a_part_count_together(self):
        files = counted("app/payouts/gate.cpp", (50, 50), (85, 100)), counted("app/payouts/gate.h", (1, 1), (10, 10))
        self.assertEqual(self.below(*files), ["gate: 86.36 % of its branches, and 90 % are asked for"])

    def test_others_do_not_help(self):
        files = counted("app/payouts/gate.cpp", (1, 2), (9, 10)), counted("app/payouts/pause.h", (100, 100), (10, 10))
        self.assertEqual(len(self.below(*files)), 1)

    def test_a_part_that_was_moved_away_is_told(self):
        self.assertEqual(self.below(counted("app/elsewhere/gate.cpp", (1, 1), (1, 1))),
                         ["gate: no file is left of it"])

    def test_every_part_asks_for_something(self):
        for name, (patterns, lines, branches) in gates.PARTS.items():
            with self.subTest(name):
                self.assertTrue(patterns and lines >= 85 and branches >= 75)


if __name__ == "__main__":
    unittest.main()
