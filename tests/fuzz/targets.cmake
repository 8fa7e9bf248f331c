# The programs of tests/fuzz; each is main.cpp and the file of its name.
set(fuzz_targets requesthead json roundtrip signatureheader settings keyfile clientbank csv ed807)
