#include "ui/tour/tour.h"

#include "core/futures.h"
#include "ui/payouts/payoutform.h"
#include "ui/review/reviewdialog.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QKeyEvent>

namespace countersign::ui {

namespace {

constexpr int lookEveryMs = 50;
constexpr int patienceMs = 60'000;

/// What the tour pays: a recipient that the practice bank answers truthfully.
QString recipient()
{
    return QStringLiteral("ООО \"Ясный Причал\"");
}

void sendKey(QWidget *target, const QString &text)
{
    QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, text);
    QCoreApplication::sendEvent(target, &press);
    QKeyEvent release(QEvent::KeyRelease, 0, Qt::NoModifier, text);
    QCoreApplication::sendEvent(target, &release);
}

} // namespace

Tour::Tour(PayoutDesk &desk, MainWindow &window, Windows &windows, QString folder, QObject *parent)
    : QObject(parent), m_desk(desk), m_window(window), m_windows(windows), m_folder(std::move(folder))
{
    connect(&windows, &Windows::formOpened, this, [this](PayoutForm *form) {
        m_form = form;
        connect(form, &PayoutForm::sent, this, [this](const PayoutId &id) { m_payout = id; });
    });
    connect(&windows, &Windows::reviewOpened, this, [this](ReviewDialog *dialog) { m_review = dialog; });
    connect(&desk, &PayoutDesk::payoutChanged, this, [this](const PayoutId &id) {
        if (id == m_payout) readPayout();
        if (m_changedOne.isEmpty()) findChangedOne();
    });
    connect(&m_timer, &QTimer::timeout, this, &Tour::look);
}

void Tour::start()
{
    QDir().mkpath(m_folder);
    buildSteps();
    m_waited.start();
    m_timer.start(lookEveryMs);
}

void Tour::readPayout()
{
    watch(m_desk.dossier(m_payout), this, [this](const Result<PayoutDossier> &dossier) {
        if (!dossier) return;
        m_state = dossier->payout.state;
        if (dossier->attempt) m_sessionId = dossier->attempt->sessionId;
    });
}

void Tour::findChangedOne()
{
    watch(m_desk.page({.folder = Folder::toReview}), this, [this](const Result<ListPage> &page) {
        for (qsizetype i = 0; page && i < page->rows.size(); ++i) {
            if (page->rows[i].state == PayoutState::mismatch) m_changedOne = page->rows[i].id;
        }
    });
}

void Tour::look()
{
    if (m_steps.isEmpty()) {
        m_timer.stop();
        Q_EMIT finished({});
        return;
    }
    if (m_steps.first().ready()) {
        const Step step = m_steps.takeFirst();
        m_waited.restart();
        step.act();
    } else if (m_waited.elapsed() > patienceMs) {
        m_timer.stop();
        picture(QApplication::activeWindow() ? QApplication::activeWindow() : &m_window, QStringLiteral("stuck"));
        Q_EMIT finished(m_steps.first().what);
    }
}

QWidget *Tour::find(QWidget *window, const char *name) const
{
    return window ? window->findChild<QWidget *>(QLatin1String(name)) : nullptr;
}

bool Tour::canPress(QWidget *window, const char *button) const
{
    const auto *found = qobject_cast<QAbstractButton *>(find(window, button));
    return found && found->isVisible() && found->isEnabled();
}

void Tour::press(QWidget *window, const char *button)
{
    if (auto *found = qobject_cast<QAbstractButton *>(find(window, button))) found->click();
}

void Tour::type(const char *field, const QString &text)
{
    QWidget *target = find(m_form, field);
    if (!target) return;
    target->setFocus(Qt::TabFocusReason);
    for (const QChar c : text)
        sendKey(target, c);
}

void Tour::picture(QWidget *window, const QString &name)
{
    if (!window) return;
    const QString file =
        QStringLiteral("%1/%2-%3.png").arg(m_folder).arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(name);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // what has just changed has its place first
    window->grab().save(file);
    Q_EMIT pictured(file);
}

void Tour::buildSteps()
{
    const auto always = [] { return true; };
    m_steps.append({QStringLiteral("the main window"), [this] { return m_window.isVisible(); },
                    [this] {
                        m_window.showFolder(Folder::toReview);
                        findChangedOne();
                    }});
    m_steps.append({QStringLiteral("the list of what is to review"), [this] { return !m_changedOne.isEmpty(); },
                    [this] { m_window.showPayout(m_changedOne); }});
    m_steps.append({QStringLiteral("a moment for the details"), [this] { return m_waited.elapsed() > 500; },
                    [this] { picture(&m_window, QStringLiteral("main-window")); }});
    m_steps.append({QStringLiteral("the form"), always, [this] { press(&m_window, "newPayoutButton"); }});
    buildFormSteps();
    buildReviewSteps();
    buildEndSteps();
}

void Tour::buildFormSteps()
{
    m_steps.append(
        {QStringLiteral("the empty form"), [this] { return m_form && m_form->isVisible() && m_waited.elapsed() > 300; },
         [this] {
             type("recipient", recipient());
             type("inn", QStringLiteral("7701991200"));
             type("kpp", QStringLiteral("770101001"));
             type("bik", QStringLiteral("044525593"));
             type("account", QStringLiteral("40702810400009900256"));
             type("amount", QStringLiteral("250000,00"));
             type("purpose", QStringLiteral("Оплата по договору поставки № 14-П от 12.01.2026 за оборудование. "
                                            "В том числе НДС 22% - 45081-97 руб."));
         }});
    m_steps.append({QStringLiteral("the question about the new recipient"),
                    [this] {
                        const QWidget *retyped = find(m_form, "retyped");
                        return retyped && retyped->isVisible() && m_waited.elapsed() > 300;
                    },
                    [this] {
                        picture(m_form, QStringLiteral("new-recipient"));
                        type("retyped", QStringLiteral("900256"));
                    }});
    m_steps.append({QStringLiteral("a form that may be sent"),
                    [this] { return canPress(m_form, "send") && m_waited.elapsed() > 300; },
                    [this] {
                        picture(m_form, QStringLiteral("payout-form"));
                        press(m_form, "send");
                    }});
    m_steps.append({QStringLiteral("the bank's answer"), [this] { return m_state == PayoutState::review; },
                    [this] { m_window.showPayout(m_payout); }});
    m_steps.append({QStringLiteral("a moment for the details"), [this] { return m_waited.elapsed() > 500; },
                    [this] { picture(&m_window, QStringLiteral("ready-to-review")); }});
}

void Tour::buildReviewSteps()
{
    m_steps.append({QStringLiteral("the review of the changed answer"), [] { return true; },
                    [this] { m_windows.openReview(m_changedOne); }});
    m_steps.append({QStringLiteral("the window of that review"), [this] { return m_review && m_review->isVisible(); },
                    [this] { m_review->resize(1040, 900); }});
    m_steps.append({QStringLiteral("the comparison of the changed answer"),
                    [this] {
                        return m_review && m_review->isVisible() && canPress(m_review, "cancel") &&
                               m_waited.elapsed() > 800;
                    },
                    [this] {
                        picture(m_review, QStringLiteral("review-changed"));
                        m_review->reject();
                    }});
    m_steps.append({QStringLiteral("the review of the clean answer"), [this] { return !m_review; },
                    [this] { m_windows.openReview(m_payout); }});
    m_steps.append({QStringLiteral("the window of that review"), [this] { return m_review && m_review->isVisible(); },
                    [this] { m_review->resize(1040, 900); }});
    m_steps.append({QStringLiteral("the tick for the new recipient"),
                    [this] { return canPress(m_review, "tick:newAccount"); },
                    [this] { press(m_review, "tick:newAccount"); }});
    m_steps.append({QStringLiteral("a review that may be confirmed"), [this] { return canPress(m_review, "confirm"); },
                    [this] {
                        picture(m_review, QStringLiteral("review-clean"));
                        applyTheme(*qApp, Appearance::dark);
                    }});
    m_steps.append({QStringLiteral("the review in the dark"), [this] { return m_waited.elapsed() > 300; },
                    [this] {
                        picture(m_review, QStringLiteral("review-clean-dark"));
                        applyTheme(*qApp, Appearance::light);
                    }});
    m_steps.append({QStringLiteral("the confirm button"), [this] { return canPress(m_review, "confirm"); },
                    [this] { press(m_review, "confirm"); }});
}

void Tour::buildEndSteps()
{
    m_steps.append({QStringLiteral("the money on its way and paid"), [this] { return m_state == PayoutState::paid; },
                    [this] {
                        m_window.showFolder(Folder::all);
                        m_window.showPayout(m_payout);
                    }});
    m_steps.append({QStringLiteral("a moment for the details"), [this] { return m_waited.elapsed() > 500; },
                    [this] {
                        picture(&m_window, QStringLiteral("paid"));
                        applyTheme(*qApp, Appearance::dark);
                    }});
    m_steps.append({QStringLiteral("the main window in the dark"), [this] { return m_waited.elapsed() > 300; },
                    [this] { picture(&m_window, QStringLiteral("paid-dark")); }});
}

} // namespace countersign::ui
