#pragma once

#include "config/profilevalidation.h"
#include "config/setupdesk.h"

#include <QString>

namespace countersign::ui {

/// "Practice", "Demo", "Live".
[[nodiscard]] QString environmentName(Environment environment);
/// What keeps a profile from being used, as one sentence that says what to do.
[[nodiscard]] QString findingSentence(const ProfileFinding &finding);

/// How hard a new password is to guess, as one sentence.
[[nodiscard]] QString ratingSentence(PasswordRating rating);
/// Whether a password of that rating may protect a key (threat-model.md Y2).
[[nodiscard]] bool mayProtect(PasswordRating rating);

/// Why the bank's public key can't be taken, as a sentence.
[[nodiscard]] QString bankKeySentence(const Error &error);
/// "Not asked yet" …
[[nodiscard]] QString automaticConfirmationWords(AutomaticConfirmation answer);
/// A fingerprint as it is read out by phone: groups of four capital digits, over two lines.
[[nodiscard]] QString fingerprintLines(const QString &fingerprint);

/// "Name lookup", "TLS" …
[[nodiscard]] QString stepName(ConnectionFinding::Step step);
/// "works", "fails" …
[[nodiscard]] QString outcomeWord(ConnectionFinding::Outcome outcome);
/// What to do about a step that fails or tells nothing; empty for the others.
[[nodiscard]] QString stepRemedy(const ConnectionFinding &finding);

} // namespace countersign::ui
