#pragma once

namespace countersign {

/// From here on the system writes no image of this process's memory when it crashes: the memory holds the unlocked key
/// (threat-model.md M2 and E1). On Linux no other process of the same user may read that memory either; Windows and
/// macOS have no such switch, nor one against a person who asks for an image in the task manager. Called before there is
/// any secret.
void forbidCrashFiles();

} // namespace countersign
