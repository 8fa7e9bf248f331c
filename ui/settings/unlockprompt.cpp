#include "ui/settings/unlockprompt.h"

#include "core/futures.h"
#include "ui/help/helppage.h"
#include "ui/models/visibletext.h"
#include "ui/settings/fieldrow.h"
#include "ui/settings/passwords.h"
#include "ui/widgets/environmentstripe.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/readablewidth.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace countersign::ui {

UnlockPrompt::UnlockPrompt(KeyLock &lock, const Profile &profile, QWidget *parent) : QDialog(parent), m_lock(lock)
{
    setHelpTopic(*this, HelpTopic::keys);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Unlock the signing key"));
    setMinimumWidth(560);
    resize(620, 400);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new EnvironmentStripe(profile.environment, this));
    layout->addWidget(body(profile), 1);
    layout->addWidget(footer());
    m_password->setFocus();
    connect(&m_lock, &KeyLock::changed, this, [this] {
        if (!m_busy && !m_lock.isLocked()) answered({});
    });
}

QWidget *UnlockPrompt::body(const Profile &profile)
{
    auto *area = new QWidget(this);
    area->setProperty("ground", u"base"_s);
    area->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(10);
    const auto fact = [area, column](const QString &label, const QString &text, const QString &name) {
        QLabel *value = plainLabel(visibleText(text), Tone::normal, area);
        value->setObjectName(name);
        column->addWidget(new FieldRow(label, value, {}, nullptr, area));
    };
    column->addWidget(plainLabel(
        tr("The key's password is asked for once; the key is locked again when the program ends."), Tone::muted, area));
    fact(tr("Profile"), profile.name, u"unlockProfile"_s);
    fact(tr("Company"), profile.companyName, u"unlockCompany"_s);
    fact(tr("Key file"), profile.keyFile, u"unlockKeyFile"_s);
    m_password = passwordEdit(area);
    m_password->setObjectName(u"unlockPassword"_s);
    column->addWidget(new FieldRow(tr("Key &password"), m_password, {}, nullptr, area));
    m_problem = new Note(area);
    m_problem->setObjectName(u"unlockProblem"_s);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addStretch();
    keepReadable(area);
    connect(m_password, &QLineEdit::returnPressed, this, &UnlockPrompt::unlock);
    return area;
}

QWidget *UnlockPrompt::footer()
{
    auto *bar = new QWidget(this);
    bar->setProperty("ground", u"window"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *skip = new HintButton(tr("&Look only"), u"Esc"_s, bar);
    skip->setObjectName(u"unlockSkip"_s);
    skip->setAccessibleDescription(tr("The window opens with the key locked: nothing can be sent."));
    m_progress = plainLabel(tr("“Look only” opens the window: nothing can be sent."), Tone::muted, bar);
    m_progress->setObjectName(u"unlockProgress"_s);
    m_unlock = new HintButton(tr("&Unlock"), {}, bar);
    m_unlock->setObjectName(u"unlock"_s);
    setButtonRole(m_unlock, ButtonRole::primary);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(20, 12, 20, 12);
    row->addWidget(skip);
    row->addWidget(m_progress, 1);
    row->addWidget(m_unlock);
    connect(skip, &QPushButton::clicked, this, &UnlockPrompt::reject);
    connect(m_unlock, &QPushButton::clicked, this, &UnlockPrompt::unlock);
    return bar;
}

void UnlockPrompt::unlock()
{
    if (m_busy) return;
    if (m_password->text().isEmpty()) {
        m_problem->setContent(Note::Grade::warn, u"!"_s, tr("Enter the key's password first."));
        m_problem->show();
        m_password->setFocus();
        return;
    }
    setBusy(true);
    watch(m_lock.unlock(takePassword(m_password)), this, [this](const Result<> &result) { answered(result); });
}

void UnlockPrompt::answered(const Result<> &result)
{
    setBusy(false);
    if (result) {
        Q_EMIT unlocked();
        accept();
        return;
    }
    m_problem->setProblem(tr("The key is still locked."), result.error());
    m_problem->show();
    m_password->setFocus();
}

void UnlockPrompt::setBusy(bool busy)
{
    m_busy = busy;
    m_password->setEnabled(!busy);
    m_unlock->setEnabled(!busy);
    if (busy) m_problem->hide();
    m_progress->setText(busy ? tr("Opening the key… This takes a moment.")
                             : tr("“Look only” opens the window: nothing can be sent."));
}

void UnlockPrompt::reject()
{
    m_password->setText({});
    Q_EMIT skipped();
    QDialog::reject();
}

} // namespace countersign::ui
