#pragma once

#include "ui/settings/summarypage.h"

#include <QObject>
#include <QSet>

namespace countersign::ui {

/// The pages of one profile as a whole: puts the profile together and keeps the shown problems true while people type.
/// The last page is the summary.
class PageSet final : public QObject
{
    Q_OBJECT
public:
    explicit PageSet(const Profile &start, QObject *parent = nullptr);
    /// Fills the page from the profile that this began with.
    void add(SetupPage *page);
    [[nodiscard]] const QList<SetupPage *> &pages() const { return m_pages; }
    [[nodiscard]] Profile profile() const;
    /// What holds the profile up on this page.
    [[nodiscard]] QList<OpenPoint> holdingPoints(const SetupPage *page) const;
    [[nodiscard]] QList<PlacedPoint> allHoldingPoints() const;
    [[nodiscard]] QList<PlacedPoint> allOpenPoints() const;
    /// From now on this page shows its problems.
    void mark(SetupPage *page);
    void markAll();
    [[nodiscard]] bool isMarked(SetupPage *page) const { return m_marked.contains(page); }

Q_SIGNALS:
    void changed();
    /// Nothing was entered, but points may have come or gone.
    void learned();

private:
    void refresh();
    Profile m_start;
    QList<SetupPage *> m_pages;
    QSet<SetupPage *> m_marked;
};

} // namespace countersign::ui
