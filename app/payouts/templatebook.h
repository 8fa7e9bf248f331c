#pragma once

#include "ports/templates.h"

#include <QDate>
#include <QFuture>
#include <QObject>

namespace countersign {

/// The templates as the window asks for them. Lives on the window's thread; the work is done elsewhere, as with
/// PayoutDesk.
class TemplateBook : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// By name.
    virtual QFuture<Result<QList<TemplateRecord>>> templates() = 0;
    /// An empty id makes a new template; otherwise `seenVersion` is the one that the person has changed. notValid (the
    /// name), storeConflict (the name is taken), emptyValue (nothing has changed), wrongState (somebody was faster).
    virtual QFuture<Result<TemplateRecord>> save(TemplateId id, int seenVersion, QString name, PayoutDraft draft) = 0;
    /// The drafts that were made from it stay. wrongState as with save.
    virtual QFuture<Result<>> remove(TemplateId id, int seenVersion) = 0;

Q_SIGNALS:
    void changed(); ///< a template was saved or deleted: re-read what is shown
};

/// A new draft: the template's fields, its purpose filled in for that day and amount. `amount` is what a person gave
/// for this one; where it is the template's own it came from there. The draft needs the same acts as any other. Pure.
[[nodiscard]] PayoutDraft draftFromTemplate(const TemplateRecord &from, QDate today, const QString &amount);

inline constexpr int templateNameLimit = 80; ///< code points

} // namespace countersign
