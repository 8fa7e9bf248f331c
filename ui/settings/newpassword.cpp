#include "ui/settings/newpassword.h"

#include "ui/settings/fieldrow.h"
#include "ui/settings/passwords.h"
#include "ui/settings/profilewords.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int barSteps = 4;

int stepsOf(PasswordRating rating)
{
    switch (rating) {
    case PasswordRating::tooShort:
        return 1;
    case PasswordRating::weak:
        return 2;
    case PasswordRating::acceptable:
        return 3;
    case PasswordRating::strong:
        return barSteps;
    }
    return 0;
}

} // namespace

NewPassword::NewPassword(const SetupDesk &desk, const QString &name, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_password(passwordEdit(this)), m_repeat(passwordEdit(this)),
      m_bar(new QProgressBar(this)), m_words(plainLabel({}, Tone::small, this))
{
    m_password->setObjectName(name + u"Password"_s);
    m_repeat->setObjectName(name + u"Repeat"_s);
    m_words->setObjectName(name + u"Words"_s);
    m_bar->setObjectName(name + u"Bar"_s);
    m_bar->setRange(0, barSteps);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(140, 10);
    m_bar->setAccessibleName(tr("How hard the password is to guess"));

    auto *typed = new QWidget(this);
    auto *column = new QVBoxLayout(typed);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *meter = new QHBoxLayout;
    meter->addWidget(m_bar);
    meter->addWidget(m_words, 1);
    column->addWidget(m_password);
    column->addLayout(meter);
    m_repeatRow = new FieldRow(tr("The same a&gain"), m_repeat, tr("Both must be the same."), nullptr, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new FieldRow(tr("New &password"), typed, {}, m_password, this));
    layout->addWidget(m_repeatRow);
    for (const QLineEdit *edit : {m_password, m_repeat}) {
        connect(edit, &QLineEdit::textChanged, this, &NewPassword::show);
        connect(edit, &QLineEdit::textChanged, this, &NewPassword::changed);
    }
    connect(m_repeat, &QLineEdit::editingFinished, this, [this] {
        m_repeatLeft = !m_repeat->text().isEmpty();
        show();
    });
    show();
}

PasswordRating NewPassword::rating() const
{
    return m_desk.ratePassword(m_password->text());
}

bool NewPassword::isReady() const
{
    return !m_password->text().isEmpty() && mayProtect(rating()) && m_password->text() == m_repeat->text();
}

QString NewPassword::take()
{
    m_repeat->setText({});
    return takePassword(m_password);
}

void NewPassword::clear()
{
    m_password->setText({});
    m_repeat->setText({});
}

void NewPassword::show()
{
    const QString password = m_password->text();
    const PasswordRating rated = rating();
    m_bar->setValue(password.isEmpty() ? 0 : stepsOf(rated));
    m_words->setText(password.isEmpty() ? tr("At least 12 characters. Several words are easier to remember than signs.")
                                        : ratingSentence(rated));
    setTone(m_words, password.isEmpty() ? Tone::small : mayProtect(rated) ? Tone::good : Tone::warn);
    m_bar->setAccessibleDescription(m_words->text());
    // While the repetition is still on its way, it is no mismatch.
    const QString repeat = m_repeat->text();
    if (repeat.isEmpty()) m_repeatLeft = false;
    const bool onItsWay = repeat == password || (!m_repeatLeft && password.startsWith(repeat));
    m_repeatRow->setProblem(onItsWay ? QString() : tr("The two passwords differ. Type the second one again."));
}

} // namespace countersign::ui
