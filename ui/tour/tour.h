#pragma once

#include "payouts/payoutdesk.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/windows.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace countersign::ui {

class PayoutForm;
class ReviewDialog;

/// The guided tour: carries one practice payout from the form to the result through the real windows, with keys and
/// clicks like a person's, and writes a picture of each step. Nothing is pressed that a person could not press.
class Tour final : public QObject
{
    Q_OBJECT
public:
    /// Everything outlives the tour. `folder` is made if need be.
    Tour(PayoutDesk &desk, MainWindow &window, Windows &windows, QString folder, QObject *parent = nullptr);
    void start();

    /// The payout that the tour paid, for looking it up in the bank's ledger.
    [[nodiscard]] QString sessionId() const { return m_sessionId; }

Q_SIGNALS:
    /// A picture was written.
    void pictured(const QString &file);
    /// `problem` empty: everything went as told.
    void finished(const QString &problem);

private:
    struct Step
    {
        QString what;                ///< for the message when it does not come about
        std::function<bool()> ready; ///< asked again until it is true, then
        std::function<void()> act;
    };
    void buildSteps();
    void buildFormSteps();
    void buildReviewSteps();
    void buildEndSteps();
    void look();
    void readPayout();
    void findChangedOne();
    void picture(QWidget *window, const QString &name);
    void type(const char *field, const QString &text);
    [[nodiscard]] QWidget *find(QWidget *window, const char *name) const;
    void press(QWidget *window, const char *button);
    [[nodiscard]] bool canPress(QWidget *window, const char *button) const;

    PayoutDesk &m_desk;
    MainWindow &m_window;
    Windows &m_windows;
    QString m_folder;
    QList<Step> m_steps;
    QTimer m_timer;
    QElapsedTimer m_waited;
    QPointer<PayoutForm> m_form;
    QPointer<ReviewDialog> m_review;
    PayoutId m_payout;
    PayoutId m_changedOne; ///< the sample that the practice bank answers with another recipient
    PayoutState m_state = PayoutState::draft;
    QString m_sessionId;
    int m_pictures = 0;
};

} // namespace countersign::ui
