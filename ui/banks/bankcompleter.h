#pragma once

#include "domain/bankdirectory.h"

#include <QObject>

#include <functional>

class QAbstractItemView;
class QLineEdit;

namespace countersign::ui {

class OfferPopup;

/// Offers banks of the directory under a field while somebody types a BIK or a part of a bank's name. Changes no field
/// itself; whoever owns the fields hears which bank was chosen.
class BankCompleter final : public QObject
{
    Q_OBJECT
public:
    using Search = std::function<QList<BankEntry>(const QString &text, qsizetype limit)>;
    static constexpr int offeredAtMost = 10;
    static constexpr qsizetype shortestAsked = 3; ///< characters

    explicit BankCompleter(Search search, QObject *parent = nullptr);
    void attach(QLineEdit &edit);
    [[nodiscard]] QAbstractItemView *popup() const;

Q_SIGNALS:
    void chosen(const countersign::BankEntry &bank);

private:
    void ask(QLineEdit &edit, const QString &text);

    Search m_search;
    OfferPopup *m_popup;
    QList<BankEntry> m_offered;
};

} // namespace countersign::ui
