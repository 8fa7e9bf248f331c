#include "ui/settings/setuppage.h"

#include "ui/settings/fieldrow.h"
#include "ui/settings/profilewords.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/readablewidth.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

SetupPage::SetupPage(const QString &title, const QString &introduction, QWidget *parent)
    : QScrollArea(parent), m_title(title)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(title);
    setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget(this);
    inside->setProperty("ground", u"base"_s);
    inside->setAttribute(Qt::WA_StyledBackground);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(24, 16, 24, 18);
    m_column->setSpacing(11);
    QLabel *heading = plainLabel(title, Tone::heading, inside);
    heading->setObjectName(u"pageTitle"_s);
    m_column->addWidget(heading);
    if (!introduction.isEmpty()) m_column->addWidget(plainLabel(introduction, Tone::muted, inside));
    setWidget(inside);
    keepReadable(inside);
}

void SetupPage::kindChanged(Environment) {}

void SetupPage::entered(const Profile &) {}

QList<OpenPoint> SetupPage::openPoints(const Profile &profile, const QList<ProfileFinding> &findings) const
{
    QList<OpenPoint> points = ownPoints(profile);
    for (const ProfileFinding &finding : findings) {
        const bool said = std::any_of(points.cbegin(), points.cend(), [&finding](const OpenPoint &point) {
            return point.field == finding.field && point.index == finding.index;
        });
        if (shows(finding.field) && !said) points.append({finding.field, finding.index, findingSentence(finding)});
    }
    return points;
}

bool SetupPage::wasFilledIn(const OpenPoint &point) const
{
    return point.field && m_filledIn.contains(*point.field);
}

void SetupPage::showOpenPoints(const QList<OpenPoint> &points)
{
    QList<OpenPoint> elsewhere;
    QHash<FieldRow *, QString> problems;
    for (const OpenPoint &point : points) {
        if (!point.holds) continue;
        FieldRow *row = point.field ? rowOf(*point.field) : nullptr;
        if (!row)
            elsewhere.append(point);
        else
            problems[row] += (problems[row].isEmpty() ? QString() : u" "_s) + point.sentence;
    }
    for (FieldRow *row : std::as_const(m_rows))
        row->setProblem(problems.value(row));
    showElsewhere(elsewhere);
}

void SetupPage::focusOn(const OpenPoint &point)
{
    FieldRow *row = point.field ? rowOf(*point.field) : nullptr;
    if (!row) return;
    row->focusEditor();
    ensureWidgetVisible(row);
}

bool SetupPage::shows(ProfileField field) const
{
    return m_rows.contains(field);
}

QList<OpenPoint> SetupPage::ownPoints(const Profile &) const
{
    return {};
}

void SetupPage::showElsewhere(const QList<OpenPoint> &) {}

FieldRow *SetupPage::addField(ProfileField field, const QString &label, QWidget *editor, const QString &hint,
                              QWidget *target)
{
    FieldRow *row = addRow(label, editor, hint, target);
    m_rows.insert(field, row);
    connect(row, &FieldRow::filledIn, this, [this, field] {
        m_filledIn.insert(field);
        Q_EMIT filledIn();
    });
    return row;
}

FieldRow *SetupPage::addRow(const QString &label, QWidget *editor, const QString &hint, QWidget *target)
{
    auto *row = new FieldRow(label, editor, hint, target, content());
    m_column->addWidget(row);
    return row;
}

} // namespace countersign::ui
