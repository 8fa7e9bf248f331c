#pragma once

#include "payouts/payoutdesk.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace countersign::ui {

class RetypedEdit;

/// What a person must do before a confirm: tick every difference, type the last four digits of the account that the
/// bank will pay, write a reason. Shows only what the sheet asks for; hidden when that is nothing.
class ReviewActs final : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewActs(const ReviewSheet &sheet, QWidget *parent = nullptr);

    /// Everything that is asked for is done.
    [[nodiscard]] bool complete() const;
    /// What is still to be done, as a sentence; empty when complete.
    [[nodiscard]] QString missing() const;
    [[nodiscard]] QStringList ticks() const;
    [[nodiscard]] QString typedDigits() const;
    [[nodiscard]] QString reason() const;
    /// From now on a written reason is needed too.
    void demandReason();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QWidget *tickList(const ReviewSheet &sheet);
    [[nodiscard]] QWidget *gesture(const QString &account);
    [[nodiscard]] QWidget *reasonField();
    [[nodiscard]] bool digitsFit() const;
    void showDigitsVerdict();
    struct Tick
    {
        QString word;
        QCheckBox *box;
    };
    QList<Tick> m_ticks;
    QString m_lastDigits; ///< to be typed; empty: no gesture
    RetypedEdit *m_digits = nullptr;
    QLabel *m_digitsVerdict = nullptr;
    QWidget *m_reasonBox = nullptr;
    QLineEdit *m_reason = nullptr;
    QLabel *m_reasonRefused = nullptr;
    bool m_reasonNeeded = false;
};

} // namespace countersign::ui
