#pragma once

namespace countersign::ui {

/// Whether the command line asks for `--check FILE`: to be known before there is an application, because that needs no
/// display.
[[nodiscard]] bool asksForCheck(int argc, char **argv);

/// `countersign --check FILE [--data DIR] [--profile NAME] [--from ACCOUNT]`: prints what the import would show, as
/// JSON: by the profile's columns, earlier imports and who was paid as well, from its first account where none is said.
/// Without a profile, own accounts, limits and the BIK directory are not judged, and nothing is known of earlier ones.
/// The program's exit code: 0 nothing is refused, 1 a row or the file is, 2 it can't be read (the reason goes to the
/// error output).
[[nodiscard]] int checkFile(int argc, char **argv);

} // namespace countersign::ui
