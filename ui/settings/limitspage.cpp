#include "ui/settings/limitspage.h"

#include "ui/settings/fieldrow.h"
#include "ui/settings/profilewords.h"
#include "ui/widgets/digitgaps.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/moneyedit.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QTimeEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int earliestUsual = 8;
constexpr int latestUsual = 20;

std::optional<Money> amountIn(const QLineEdit *edit)
{
    const auto money = Money::parse(edit->text());
    return money ? std::optional(*money) : std::nullopt;
}

QString textOf(const std::optional<Money> &limit)
{
    return limit ? withoutSpaces(limit->grouped()) : QString();
}

} // namespace

LimitsPage::LimitsPage(QWidget *parent)
    : SetupPage(tr("Limits and hours"),
                tr("What goes beyond them is refused before it reaches the bank. A live profile needs the first two "
                   "limits and the hours; an empty field means no limit."),
                parent),
      m_perPayout(new MoneyEdit(content())), m_perDay(new MoneyEdit(content())),
      m_newRecipient(new MoneyEdit(content())),
      m_limited(new QCheckBox(tr("Payouts leave only in these &hours"), content())), m_from(new QTimeEdit(content())),
      m_to(new QTimeEdit(content()))
{
    m_perPayout->setObjectName(u"limitPerPayout"_s);
    m_perDay->setObjectName(u"limitPerDay"_s);
    m_newRecipient->setObjectName(u"limitNewRecipient"_s);
    m_limited->setObjectName(u"hoursLimited"_s);
    m_from->setObjectName(u"hoursFrom"_s);
    m_to->setObjectName(u"hoursTo"_s);
    addField(ProfileField::limitPerPayout, tr("One &payout at most, ₽"), m_perPayout);
    addField(ProfileField::limitPerDay, tr("One &day at most, ₽"), m_perDay);
    addField(ProfileField::limitNewRecipient, tr("New &recipient, ₽"), m_newRecipient,
             tr("For a recipient that was never paid before."));

    auto *times = new QWidget(content());
    auto *row = new QHBoxLayout(times);
    row->setContentsMargins(0, 0, 0, 0);
    auto *to = plainLabel(tr("to"), Tone::normal, times);
    to->setWordWrap(false);
    row->addWidget(m_limited);
    row->addWidget(m_from);
    row->addWidget(to);
    row->addWidget(m_to);
    row->addStretch();
    for (QTimeEdit *edit : {m_from, m_to}) {
        edit->setDisplayFormat(u"HH:mm"_s);
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons); // the arrow keys do the same
    }
    addField(ProfileField::hours, tr("Payment hours"), times, tr("In Moscow time, as the bank counts its day."),
             m_limited);
    m_limited->setAccessibleName(m_limited->text().remove(u'&'));
    m_from->setAccessibleName(tr("Payouts may leave from"));
    m_to->setAccessibleName(tr("Payouts may leave until"));
    setHours({});
    column()->addStretch();

    for (const QLineEdit *edit : {m_perPayout, m_perDay, m_newRecipient})
        connect(edit, &QLineEdit::textChanged, this, &SetupPage::changed);
    connect(m_limited, &QCheckBox::toggled, this, [this](bool on) {
        m_from->setEnabled(on);
        m_to->setEnabled(on);
        Q_EMIT changed();
    });
    for (const QTimeEdit *edit : {m_from, m_to})
        connect(edit, &QTimeEdit::timeChanged, this, &SetupPage::changed);
}

void LimitsPage::setHours(const std::optional<PaymentHours> &hours)
{
    m_limited->setChecked(hours.has_value());
    m_from->setEnabled(hours.has_value());
    m_to->setEnabled(hours.has_value());
    m_from->setTime(hours ? hours->from : QTime(earliestUsual, 0));
    m_to->setTime(hours ? hours->to : QTime(latestUsual, 0));
}

void LimitsPage::readFrom(const Profile &profile)
{
    m_perPayout->setText(textOf(profile.limits.perPayout));
    m_perDay->setText(textOf(profile.limits.perDay));
    m_newRecipient->setText(textOf(profile.limits.newRecipient));
    setHours(profile.hours);
}

void LimitsPage::writeTo(Profile &profile) const
{
    profile.limits = {amountIn(m_perPayout), amountIn(m_perDay), amountIn(m_newRecipient)};
    profile.hours = m_limited->isChecked() ? std::optional(PaymentHours{m_from->time(), m_to->time()}) : std::nullopt;
}

void LimitsPage::kindChanged(Environment kind)
{
    if (kind == Environment::live && !m_limited->isChecked()) setHours(newProfile({}, kind).hours);
}

QList<OpenPoint> LimitsPage::ownPoints(const Profile &) const
{
    QList<OpenPoint> points;
    for (const auto &[edit, field] :
         {std::pair(m_perPayout, ProfileField::limitPerPayout), std::pair(m_perDay, ProfileField::limitPerDay),
          std::pair(m_newRecipient, ProfileField::limitNewRecipient)}) {
        if (!edit->text().isEmpty() && !amountIn(edit))
            points.append({field, -1, findingSentence({field, ProfileProblem::malformed})});
    }
    return points;
}

} // namespace countersign::ui
