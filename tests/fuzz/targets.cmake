# The programs of tests/fuzz; each is main.cpp and the file of its name.
set(fuzz_targets requesthead json roundtrip signatureheader settings keyfile clientbank csv ed807)
# What each tries.
set(fuzz_uses_requesthead countersign_webhooks Boost::headers)
set(fuzz_uses_json countersign_bank131)
set(fuzz_uses_roundtrip countersign_bank131)
set(fuzz_uses_signatureheader countersign_signing OpenSSL::Crypto)
set(fuzz_uses_settings countersign_config)
set(fuzz_uses_keyfile signing_test_support)
set(fuzz_uses_clientbank countersign_exchange)
set(fuzz_uses_csv countersign_exchange)
set(fuzz_uses_ed807 countersign_directory)
