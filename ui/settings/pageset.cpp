#include "ui/settings/pageset.h"

namespace countersign::ui {

PageSet::PageSet(const Profile &start, QObject *parent) : QObject(parent), m_start(start) {}

void PageSet::add(SetupPage *page)
{
    page->readFrom(m_start);
    page->kindChanged(m_start.environment);
    m_pages.append(page);
    connect(page, &SetupPage::changed, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    connect(page, &SetupPage::filledIn, this, &PageSet::refresh);
    connect(page, &SetupPage::learned, this, [this] {
        refresh();
        Q_EMIT learned();
    });
}

Profile PageSet::profile() const
{
    Profile profile = m_start;
    for (const SetupPage *page : m_pages)
        page->writeTo(profile);
    return profile;
}

QList<OpenPoint> PageSet::holdingPoints(const SetupPage *page) const
{
    const Profile whole = profile();
    QList<OpenPoint> points = page->openPoints(whole, validateProfile(whole));
    points.removeIf([](const OpenPoint &point) { return !point.holds; });
    return points;
}

QList<PlacedPoint> PageSet::allHoldingPoints() const
{
    QList<PlacedPoint> points = allOpenPoints();
    points.removeIf([](const PlacedPoint &placed) { return !placed.point.holds; });
    return points;
}

QList<PlacedPoint> PageSet::allOpenPoints() const
{
    const Profile whole = profile();
    const QList<ProfileFinding> findings = validateProfile(whole);
    QList<PlacedPoint> all;
    for (qsizetype i = 0; i < m_pages.size(); ++i) {
        for (const OpenPoint &point : m_pages.at(i)->openPoints(whole, findings))
            all.append({i, point});
    }
    return all;
}

void PageSet::mark(SetupPage *page)
{
    m_marked.insert(page);
    refresh();
}

void PageSet::markAll()
{
    m_marked = QSet<SetupPage *>(m_pages.cbegin(), m_pages.cend());
    refresh();
}

void PageSet::refresh()
{
    const Profile whole = profile();
    const QList<ProfileFinding> findings = validateProfile(whole);
    for (SetupPage *page : std::as_const(m_pages)) {
        QList<OpenPoint> points = page->openPoints(whole, findings);
        if (!m_marked.contains(page)) points.removeIf([page](const OpenPoint &p) { return !page->wasFilledIn(p); });
        if (m_marked.contains(page) || page->hasFilledIn()) page->showOpenPoints(points);
    }
}

} // namespace countersign::ui
