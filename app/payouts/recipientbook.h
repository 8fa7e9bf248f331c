#pragma once

#include "ports/recipients.h"

#include <QFuture>
#include <QObject>

namespace countersign {

/// The address book as the window asks for it. Lives on the window's thread; the work is done elsewhere, as with
/// PayoutDesk. An entry of the book vouches for nothing: only payments do (domain/recipientstanding.h).
class RecipientBook : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QFuture<Result<RecipientPage>> recipients(RecipientQuery query) = 0;
    /// Every version of an entry, oldest first.
    virtual QFuture<Result<QList<RecipientChange>>> history(RecipientId id) = 0;
    /// An empty id makes a new entry; otherwise `seenVersion` is the one that the person has changed. notValid (detail:
    /// the words of all wrong fields, with commas), storeConflict (an entry with this account and BIK is there),
    /// wrongState (somebody else was faster, or it is retired).
    virtual QFuture<Result<RecipientRecord>> save(RecipientId id, int seenVersion, RecipientDetails details) = 0;
    /// No longer offered; nothing of it is lost. wrongState as with save.
    virtual QFuture<Result<>> retire(RecipientId id, int seenVersion) = 0;

Q_SIGNALS:
    void changed(); ///< an entry was saved or retired: re-read what is shown
};

/// Whom the draft would pay, as an entry of the book; without a note. Pure.
[[nodiscard]] RecipientDetails recipientOf(const PayoutDraft &draft);
/// The entry has this account at this bank for this recipient, by INN or name, and not for somebody else. Pure.
[[nodiscard]] bool isEntryOf(const RecipientRecord &entry, const RecipientIdentity &who);
/// The draft with the entry's recipient; it says from which version each of these fields came. Pure.
[[nodiscard]] PayoutDraft withRecipient(PayoutDraft draft, const RecipientRecord &entry);

} // namespace countersign
