#include "ui/settings/connectionview.h"

#include "config/profilevalidation.h"
#include "core/futures.h"
#include "ui/models/visibletext.h"
#include "ui/settings/fieldrow.h"
#include "ui/settings/passwords.h"
#include "ui/settings/profilewords.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"

#include <QGridLayout>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

using Outcome = ConnectionFinding::Outcome;

QString signOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::works:
        return u"✓"_s;
    case Outcome::fails:
        return u"✕"_s;
    case Outcome::notNeeded:
        return u"–"_s;
    case Outcome::notTried:
        return u"·"_s;
    case Outcome::unclear:
        return u"?"_s;
    }
    return {};
}

Tone toneOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::works:
        return Tone::good;
    case Outcome::fails:
        return Tone::danger;
    case Outcome::unclear:
        return Tone::warn;
    case Outcome::notNeeded:
    case Outcome::notTried:
        return Tone::muted;
    }
    return Tone::muted;
}

bool canBeAsked(const Profile &profile)
{
    const auto findings = validateProfile(profile);
    return std::none_of(findings.cbegin(), findings.cend(), [](const ProfileFinding &finding) {
        return finding.field == ProfileField::bankUrl || finding.field == ProfileField::projectId ||
               finding.field == ProfileField::keyFile;
    });
}

} // namespace

ConnectionView::ConnectionView(SetupDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_password(passwordEdit(this)),
      m_test(new HintButton(tr("&Test connection"), {}, this)), m_progress(plainLabel({}, Tone::muted, this)),
      m_result(new Note(this)), m_lines(new QWidget(this)), m_grid(new QGridLayout(m_lines))
{
    m_password->setObjectName(u"testPassword"_s);
    m_test->setObjectName(u"testConnection"_s);
    m_progress->setObjectName(u"testProgress"_s);
    m_result->setObjectName(u"testResult"_s);
    m_lines->setObjectName(u"testLines"_s);
    auto *pair = new QWidget(this);
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_password, 1);
    row->addWidget(m_test);
    m_row = new FieldRow(tr("Key &password"), pair, {}, m_password, this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(3, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(sectionLabel(tr("Test the connection"), this));
    layout->addWidget(m_row);
    layout->addWidget(m_progress);
    layout->addWidget(m_result);
    layout->addWidget(m_lines);
    clear();
    connect(m_test, &QPushButton::clicked, this, &ConnectionView::test);
    connect(m_password, &QLineEdit::returnPressed, m_test, &QPushButton::click);
    connect(m_password, &QLineEdit::textChanged, this, [this] { m_row->setProblem({}); });
}

void ConnectionView::setProfile(const Profile &profile)
{
    if (profile != m_profile) clear();
    m_profile = profile;
    const bool possible = canBeAsked(profile);
    m_test->setEnabled(possible);
    m_password->setEnabled(possible);
    m_row->setHint(possible ? tr("Asks the bank one harmless question, signed with your key. No payout is made.")
                            : tr("The test needs the bank's address, the project id and a signing key."));
}

void ConnectionView::clear()
{
    ++m_generation;
    setBusy(false);
    m_result->hide();
    m_lines->hide();
    qDeleteAll(m_lines->findChildren<QLabel *>(Qt::FindDirectChildrenOnly));
}

void ConnectionView::setBusy(bool busy)
{
    m_test->setEnabled(!busy);
    m_password->setEnabled(!busy);
    m_progress->setText(busy ? tr("Asking the bank…") : QString());
    m_progress->setVisible(busy);
}

void ConnectionView::test()
{
    if (m_password->text().isEmpty()) {
        m_row->setProblem(tr("Enter the key's password: the question is signed with the key."));
        m_password->setFocus();
        return;
    }
    clear();
    setBusy(true);
    watch(m_desk.testConnection(m_profile, takePassword(m_password)), this,
          [this, generation = m_generation](const Result<QList<ConnectionFinding>> &result) {
              if (generation != m_generation) return;
              show(result);
              Q_EMIT answered();
          });
}

void ConnectionView::show(const Result<QList<ConnectionFinding>> &result)
{
    setBusy(false);
    if (isVisible()) m_test->setFocus();
    if (!result) {
        m_result->setProblem(tr("The test could not be made."), result.error());
        m_result->show();
        return;
    }
    for (const ConnectionFinding &finding : *result)
        addLine(finding);
    m_lines->show();
    sumUp(*result);
}

void ConnectionView::sumUp(const QList<ConnectionFinding> &findings)
{
    const auto has = [&findings](Outcome outcome) {
        return std::any_of(findings.cbegin(), findings.cend(),
                           [outcome](const ConnectionFinding &finding) { return finding.outcome == outcome; });
    };
    if (has(Outcome::fails))
        m_result->setContent(
            Note::Grade::danger, u"✕"_s, tr("The bank can't be used yet."),
            tr("What to do stands beside the step that fails. The profile can be saved all the same."));
    else if (has(Outcome::unclear) || has(Outcome::notTried))
        m_result->setContent(Note::Grade::warn, u"?"_s, tr("It is not clear whether the bank can be used."));
    else
        m_result->setContent(Note::Grade::good, u"✓"_s, tr("The connection works."));
    m_result->show();
}

void ConnectionView::addLine(const ConnectionFinding &finding)
{
    const int row = m_grid->rowCount();
    const Tone tone = toneOf(finding.outcome);
    const auto put = [this, row](int column, const QString &text, Tone shade) {
        QLabel *label = plainLabel(text, shade, m_lines);
        label->setWordWrap(column == 3);
        m_grid->addWidget(label, row, column, Qt::AlignTop);
        return label;
    };
    put(0, signOf(finding.outcome), tone);
    put(1, stepName(finding.step), Tone::normal);
    put(2, outcomeWord(finding.outcome), tone);
    QStringList words{stepRemedy(finding)};
    const bool worth = finding.outcome == Outcome::fails || finding.outcome == Outcome::unclear;
    if (worth && !finding.detail.isEmpty()) words.append(tr("Technical detail: %1").arg(visibleText(finding.detail)));
    words.removeAll(QString());
    put(3, words.join(u'\n'), Tone::normal)->setObjectName(u"remedy"_s);
}

} // namespace countersign::ui
