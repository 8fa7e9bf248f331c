"""The laws and guards of payout-lifecycle.md, two of its crash points, and M3 of threat-model.md: how each is switched
off, and which tests then must fail.

A switch replaces a piece of a source file in the copy that the switched programs are built from; OFF stands for "this
rule is off". The sources themselves hold no switch.
"""

from typing import NamedTuple


class Switch(NamedTuple):
    file: str     # from the top of the tree
    text: str     # what stands there
    instead: str  # what stands in the copy
    times: int = 1


class Rule(NamedTuple):
    name: str
    says: str       # in the words of the specification, for the table
    off: str        # what its absence means here, for the table
    switches: list
    tests: list     # (program, function or function:row); each fails when the rule is off and passes when it is on


MIGRATE = "        if (const auto done = connection.executeText(statement); !done) return done;"


def without_index(name):
    return Switch("app/storage/migrations.cpp", MIGRATE,
                  f'        if (OFF && statement.contains(u"{name}")) continue;\n{MIGRATE}')


def guard(number, says, member, tests):
    return Rule(f"G{number}", says, "the gate does not ask it",
                [Switch("app/payouts/gate.cpp", f"if (!facts.{member})", f"if (!facts.{member} && !OFF)")],
                [("tst_gate", "eachGuardRefusesAlone"), *[("tst_gate", test) for test in tests]])


RULES = [
    Rule("L1", "one live confirm per payout, for ever",
         "no unique index, and the Sender does not look for an earlier confirm",
         [without_index("intent_one_confirm"),
          Switch("app/payouts/sender.cpp", "if (confirmed) return", "if (confirmed && !OFF) return")],
         [("tst_storelaws", "refusesTheSecondIntent:L1: two confirms in two attempts"),
          ("tst_storelaws", "lawsHoldOverTransactions")]),
    Rule("L2", "one start per bank session, for ever",
         "no unique index, and a session that is not empty is started",
         [without_index("intent_one_start"),
          Switch("app/payouts/sender.cpp", "if (subject.attempt.rank > 0) return {};",
                 "if (subject.attempt.rank > 0 && !OFF) return {};")],
         [("tst_storelaws", "refusesTheSecondIntent:L2: start unknown"),
          ("tst_alarms", "aSessionThatIsNotEmptyIsNotStarted")]),
    Rule("L3", "confirm and cancel of one attempt exclude each other",
         "no unique index",
         [without_index("intent_confirm_or_cancel")],
         [("tst_storelaws", "refusesTheSecondIntent:L3: confirm after cancel"),
          ("tst_storelaws", "refusesTheSecondIntent:L3: cancel after confirm")]),
    Rule("L4", "nothing leaves before it is in the store and in the journal",
         "a call leaves although its journal entry failed",
         [Switch("app/payouts/sender.cpp", "if (!journaled) {", "if (!journaled && !OFF) {")],
         [("tst_restart", "aFailedJournalLetsNothingLeave")]),
    Rule("L5", "an unknown outcome is followed by status, never by a repeat",
         "after an unknown start or confirm the payout goes on as if it had not been called, and readings from before "
         "a call settle what came of it",
         [Switch("app/domain/transition_opening.cpp", "return asking(startUnknown);",
                 "return OFF ? voiding(open) : asking(startUnknown);"),
          Switch("app/domain/transition_deciding.cpp", "return asking(confirmUnknown);",
                 "return OFF ? voiding(approved) : asking(confirmUnknown);"),
          Switch("app/payouts/offers.cpp", "if (observation.id < toldFrom) break;",
                 "if (observation.id < toldFrom && !OFF) break;")],
         [("tst_lostanswers", "anUnknownStartThatArrivedIsReviewed"),
          ("tst_lostanswers", "confirmIsSentAgainWithTheSameBytesAtMostThreeTimes"),
          ("tst_transition", "everyRowOfTheTable"),
          ("tst_offers", "whatWasReadBeforeTheCallSettlesNothing")]),
    Rule("L6", "only a proof that nothing was sent, or a refusal, voids an intent",
         "a timeout counts as not sent",
         [Switch("app/payouts/sendoutcome.cpp", "return sendNumber > 1 &&",
                 "if (OFF && sendClass == SendClass::unknown) return SendClass::notSent;\n    return sendNumber > 1 &&")],
         [("tst_restart", "aCallInFlightAtTheDeathIsUnknown:confirm"),
          ("tst_lostanswers", "anUnknownStartThatArrivedIsReviewed")]),
    Rule("L7", "confirm sends exactly the bytes that were approved",
         "the finished body is not cut open and compared",
         [Switch("app/payouts/sender.cpp", "return slice && *slice && sha256Hex(**slice) == decision.confirmInfoSha256;",
                 "return OFF || (slice && *slice && sha256Hex(**slice) == decision.confirmInfoSha256);")],
         [("tst_gate", "aBodyOfOtherBytesThanTheApprovedOnesNeverLeaves")]),
    Rule("L8", "no confirm unless there is exactly one payout and the hard fields are equal",
         "two payouts or a replaced recipient do not count",
         [Switch("app/payouts/gate.cpp", "counting->payoutCount == 1", "(counting->payoutCount == 1 || OFF)"),
          Switch("app/payouts/gate.cpp", "!answer.comparison.hasHardDifference() ||",
                 "OFF || !answer.comparison.hasHardDifference() ||")],
         [("tst_gate", "causesInTheStore:G2: a ready of two payouts"),
          ("tst_gate", "hardDifferencesPassOnlyOnPracticeSettings")]),
    Rule("L9", "two persons; under the policy \"one person\" a written reason in their place",
         "nobody asks for the reason",
         [Switch("app/payouts/reviewing.cpp", "&& act.reason.trimmed().isEmpty())",
                 "&& act.reason.trimmed().isEmpty() && !OFF)")],
         [("tst_engine", "aHardDifferenceIsConfirmedForAWrittenReasonOnly")]),
    Rule("L10", "a webhook is answered 200 only after its bytes are durable",
         "a message that was not stored is called stored",
         [Switch("app/payouts/inbox.cpp", "InboxVerdict::badSignature) verdicts[i] = InboxVerdict::notStored;",
                 "InboxVerdict::badSignature)\n            verdicts[i] = OFF ? InboxVerdict::stored : InboxVerdict::notStored;")],
         [("tst_messages", "aSignedMessageIsNeverCalledBadlySignedByABrokenStore")]),
    Rule("L11", "bank states only move forward",
         "an overtaken message is taken for news",
         [Switch("app/payouts/readings.cpp", "if (overtaken) return {};", "if (overtaken && !OFF) return {};")],
         [("tst_messages", "anOldAnswerThatWasUnderWayForLongDoesNotComeBack")]),
    Rule("L12", "paying again is a new instruction",
         "paying again is allowed at once and for a paid payout",
         [Switch("app/payouts/drafting.cpp", "if (!payAgainAllowed(subject.payout, observations)) {",
                 "if (!OFF && !payAgainAllowed(subject.payout, observations)) {")],
         [("tst_engine", "payingAgainIsANewPayoutAndNeedsTwoAgreeingReadings"),
          ("tst_engine", "aPaidPayoutCannotBePaidAgain")]),
    Rule("L13", "every change of a state is in the audit chain",
         "changes of state are not recorded",
         [Switch("app/payouts/lifecycle.cpp", "if (!quiet) {", "if (!quiet && !OFF) {")],
         [("tst_engine", "everyChangeOfStateIsInTheAuditChain")]),
    Rule("L14", "a freeze stops create, start and confirm",
         "the Sender does not ask for it before create, start and a repeated confirm",
         [Switch("app/payouts/sender.cpp", "if (freeze.frozen) return {};",
                 "if (freeze.frozen && !OFF) return {};"),
          Switch("app/payouts/engine.cpp", "!m_freeze.frozen)", "!m_freeze.frozen || OFF)")],
         [("tst_alarms", "frozenNothingNewLeavesButCancelAndStatusDo")]),
    guard(1, "the payout is approved", "stateAllows", ["causesInTheStore:G1: back in review"]),
    guard(2, "the bank waits for the confirm of exactly one payout", "bankWaits",
          ["causesInTheStore:G2: a ready of two payouts"]),
    guard(3, "the decision is about the newest answer", "answerIsLatest", ["causesInTheStore:G3: a newer answer"]),
    guard(4, "hard fields are equal", "hardFieldsEqual", ["hardDifferencesPassOnlyOnPracticeSettings"]),
    guard(5, "soft differences are ticked", "differencesTicked", ["everyRequiredTickIsNeeded"]),
    guard(6, "the decision's digests are those of the store", "digestsEqual",
          ["causesInTheStore:G6: decision of other content"]),
    guard(7, "the decision is signed", "decisionSigned", ["causesInTheStore:G7: another signature"]),
    guard(8, "the decision's user may decide", "rolesDistinct", ["causesInTheStore:G8: somebody else's decision"]),
    guard(9, "the decision is fresh, considered and the only one of its view", "decisionFresh",
          ["causesInTheStore:G9: expired"]),
    guard(10, "limits, hours and the list of sender accounts", "withinLimits",
          ["causesInTheStore:G10: above the limit by a kopeck"]),
    guard(11, "neither fenced nor superseded", "notFenced", ["causesInTheStore:G11: fenced"]),
    guard(12, "the status was read within a minute", "statusFresh", ["causesInTheStore:G12: reading a minute old"]),
    guard(13, "no freeze, journal consistent, audit chain whole", "notFrozen",
          ["causesInTheStore:G13: frozen", "causesInTheStore:G13: journal ahead"]),
    guard(14, "the lease's fence is current", "fenceCurrent", ["causesInTheStore:G14: lease stale"]),
    Rule("M3", "a recipient who was never paid so before needs the account typed again from the paper",
         "nobody asks for it",
         [Switch("app/payouts/recipientcheck.cpp", "if (check.needsRetyping() && !typedAgain(given, check.who)) {",
                 "if (!OFF && check.needsRetyping() && !typedAgain(given, check.who)) {"),
          Switch("app/payouts/recipientcheck.cpp", "if (act) return sameRecipient(act->who, who);",
                 "if (OFF || act) return OFF || sameRecipient(act->who, who);")],
         [("tst_recipientacts", "aNewRecipientIsNotSentWithoutTheAct"),
          ("tst_recipientacts", "aSwappedAccountIsFlaggedAgain"),
          ("tst_recipientacts", "theGateAsksTheStoreForTheAct:the act is gone")]),
    Rule("K14", "a file becomes drafts as a whole or not at all",
         "what was written before a failed write is committed",
         [Switch("app/payouts/engine.cpp", "COUNTERSIGN_TRY(work(unit));",
                 "if (const auto done = work(unit); !done) {\n        if (OFF) (void)unit.tx.commit();\n"
                 "        return std::unexpected(done.error());\n    }"),
          Switch("app/storage/sqlitetransaction.cpp",
                 "if (m_failure) return std::unexpected(*m_failure);\n    const auto committed",
                 "if (m_failure && !OFF) return std::unexpected(*m_failure);\n    const auto committed")],
         [("tst_imports", "aWriteThatFailsLeavesNothingOfTheFile:insertImportedRow")]),
    Rule("K15a", "a journal that is ahead of the store freezes",
         "nobody looks whether it is",
         [Switch("app/payouts/engine.cpp", "if (unknown.isEmpty() && unsent.isEmpty()) return {};",
                 "if (OFF || (unknown.isEmpty() && unsent.isEmpty())) return {};")],
         [("tst_restart", "anOlderStoreThanTheJournalFreezes")]),
    Rule("K15b", "a lost transmission of a call that the store has is asked about first",
         "the call stands as the copy has it",
         [Switch("app/payouts/engine.cpp", "COUNTERSIGN_TRY(writeBackSends(work, unsent));",
                 "if (!OFF) COUNTERSIGN_TRY(writeBackSends(work, unsent));")],
         [("tst_restart", "aCancelThatTheLostStoreSentIsAskedAboutFirst")]),
    Rule("K15c", "a lost call of a session that the store has is asked about, and not made again unseen",
         "lost starts, confirms and cancels are not written back",
         [Switch("app/payouts/engine.cpp", "COUNTERSIGN_TRY(writeBackCalls(work, m_parts, entries, unknown));",
                 "if (!OFF) COUNTERSIGN_TRY(writeBackCalls(work, m_parts, entries, unknown));")],
         [("tst_lostcommits", "aLostCallIsAskedAboutAndNotSentAgainUnseen:a confirm that did not"),
          ("tst_lostcommits", "aLostCallIsAskedAboutAndNotSentAgainUnseen:a cancel that did not"),
          ("tst_lostcommits", "anOpenSessionThatTheLostStorePaidReadsPaid")]),
    Rule("K15d", "a session that the lost store opened belongs to its payout",
         "lost sessions are not written back",
         [Switch("app/payouts/engine.cpp", "COUNTERSIGN_TRY(writeBackSessions(work, m_parts, unknown));",
                 "if (!OFF) COUNTERSIGN_TRY(writeBackSessions(work, m_parts, unknown));")],
         [("tst_restart", "aSessionThatTheLostStoreOpenedBelongsToItsPayout"),
          ("tst_lostcommits", "whatWaitedAndWasPaidIsTakenOverAndWatched")]),
    Rule("K15e", "a draft that was sent as it stands is known by its content",
         "drafts are not compared with the journal",
         [Switch("app/payouts/lostcommits.cpp", "if (payout.state != PayoutState::draft) return std::optional<int>();",
                 "if (OFF || payout.state != PayoutState::draft) return std::optional<int>();")],
         [("tst_lostcommits", "aDraftThatTheLostStorePaidIsNotPaidAgain:never sent")]),
    Rule("K15f", "what was sent with another content can't be sent again by a press",
         "it stays what the copy says",
         [Switch("app/payouts/lifecycle.cpp", "if (change.to == from) return {};",
                 "if (OFF || change.to == from) return {};")],
         [("tst_lostcommits", "aDraftThatTheLostStorePaidWithAnotherContentIsHeld")]),
    Rule("K15g", "it is taken back only after the bank has said that its session is over without money",
         "the bank's word is not waited for",
         [Switch("app/payouts/orders.cpp", "if (lostSessionMayPay(alarms, subject.payout.id)) return",
                 "if (lostSessionMayPay(alarms, subject.payout.id) && !OFF) return")],
         [("tst_lostcommits", "aDraftThatTheLostStorePaidWithAnotherContentIsHeld"),
          ("tst_lostcommits", "aDraftThatWasSentWithAnotherContentIsTakenBackAfterItsEnd")]),
    Rule("K15h", "the freeze is lifted only after every session of the journal was read",
         "nobody asks for it",
         [Switch("app/payouts/engine.cpp", "if (allRead) return {};", "if (allRead || OFF) return {};")],
         [("tst_restart", "aFreezeOverLostCommitsIsLiftedOnlyAfterTheBankWasAsked")]),
    Rule("K15i", "what waits to be sent when the freeze is lifted becomes a draft",
         "it is sent by itself",
         [Switch("app/payouts/engine.cpp", "if (tellOfLostCommits(alarms))", "if (tellOfLostCommits(alarms) && !OFF)")],
         [("tst_restart", "whatWaitedInAnOlderStoreIsNotSentByLiftingTheFreeze"),
          ("tst_lostcommits", "whatWaitsBecomesADraftWheneverTheFreezeIsLifted")]),
    Rule("K15j", "an attempt that opened before commits were lost is followed by no other by itself",
         "the next one opens",
         [Switch("app/payouts/lifecycle.cpp", "return work.tx.lostCommitsSince(subject.attempt.openedAt);",
                 "return OFF ? Result<bool>(false) : work.tx.lostCommitsSince(subject.attempt.openedAt);")],
         [("tst_restart", "aSessionThatWasBeingClosedOpensNoOtherAfterLostCommits")]),
]

FILES = sorted({switch.file for rule in RULES for switch in rule.switches})
PROGRAMS = sorted({program for rule in RULES for program, _ in rule.tests})
