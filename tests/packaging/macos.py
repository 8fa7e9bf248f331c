#!/usr/bin/env python3
"""What can be known of the macOS bundle without a Mac: its layout, property lists and icon, and the scripts' syntax.
Usage: macos.py BUILD_FOLDER SOURCE_FOLDER VERSION"""

import pathlib
import plistlib
import subprocess
import sys
import tempfile
import unittest

BUILD, SOURCE, VERSION = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
# Apple's codes of the pictures in an .icns: PNG or RGB with a mask, by their edge.
EDGES = {b"is32": 16, b"il32": 32, b"ih32": 48, b"it32": 128, b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512}


def edges_of(icon: bytes) -> set[int]:
    assert icon[:4] == b"icns" and int.from_bytes(icon[4:8], "big") == len(icon)
    found, at = set(), 8
    while at < len(icon):
        size = int.from_bytes(icon[at + 4:at + 8], "big")
        assert size > 8, "a picture without bytes"
        found.add(EDGES.get(icon[at:at + 4]))
        at += size
    return found


class Bundle(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        subprocess.run(["cmake", "--install", BUILD, "--component", "macos", "--prefix", cls.folder.name], check=True,
                       stdout=subprocess.DEVNULL)
        cls.contents = pathlib.Path(cls.folder.name) / "Countersign.app/Contents"
        cls.plist = plistlib.loads((cls.contents / "Info.plist").read_bytes())

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_the_programs_stand_side_by_side_and_can_be_started(self):
        for name in ("countersign", "countersign-demo-bank"):
            self.assertTrue((self.contents / "MacOS" / name).stat().st_mode & 0o111)

    def test_the_property_list_names_what_is_in_the_bundle(self):
        self.assertTrue((self.contents / "MacOS" / self.plist["CFBundleExecutable"]).is_file())
        self.assertTrue((self.contents / "Resources" / (self.plist["CFBundleIconFile"] + ".icns")).is_file())
        for language in self.plist["CFBundleLocalizations"]:
            self.assertTrue((self.contents / "Resources" / f"{language}.lproj").is_dir())

    def test_the_version_is_the_project_s(self):
        self.assertEqual(self.plist["CFBundleShortVersionString"], VERSION)
        self.assertEqual(self.plist["CFBundleVersion"], VERSION)
        self.assertNotIn("@", str(self.plist))

    def test_no_address_scheme_is_ours(self):
        self.assertNotIn("CFBundleURLTypes", self.plist)

    def test_the_icon_holds_the_sizes_of_the_dock_and_the_finder(self):
        self.assertLessEqual({16, 32, 128, 256, 512}, edges_of((self.contents / "Resources/countersign.icns").read_bytes()))

    def test_the_hardened_runtime_has_no_exception(self):
        self.assertEqual(plistlib.loads((SOURCE / "packaging/macos/entitlements.plist").read_bytes()), {})

    def test_the_scripts_are_well_formed(self):
        for script in sorted((SOURCE / "packaging/macos").glob("*.sh")):
            subprocess.run(["bash", "-n", script], check=True)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
