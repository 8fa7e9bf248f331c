#pragma once

namespace countersign {

/// From here on the system writes no image of this process's memory when it crashes, and no other process of the same
/// user may read that memory: it holds the unlocked key (threat-model.md M2 and E1). Called before there is any secret. Where the
/// system has no such switch, nothing happens; Windows writes no image unless a person asks it to.
void forbidCrashFiles();

} // namespace countersign
