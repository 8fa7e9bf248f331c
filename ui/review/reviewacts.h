#pragma once

#include "payouts/payoutdesk.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace countersign::ui {

class RetypedEdit;

/// What a person must do before a confirm: tick every difference, type the last four digits of the account that the
/// bank will pay, or the last six of the one that was asked for, from the paper, write a reason. Shows only what the
/// sheet asks for; hidden when that is nothing.
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
    [[nodiscard]] QString retypedDigits() const;
    [[nodiscard]] QString reason() const;
    /// From now on a written reason is needed too.
    void demandReason();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QWidget *tickList(const ReviewSheet &sheet);
    /// The end of an account, to be typed after its beginning.
    struct Digits
    {
        qsizetype length = 0;
        QString expected;
        QString wrong;   ///< said of other digits
        QString missing; ///< said while they are not there
        RetypedEdit *edit = nullptr;
        QLabel *verdict = nullptr;
        [[nodiscard]] bool fit() const;
        void judge() const;
    };
    [[nodiscard]] QWidget *digitsField(Digits &digits, const QString &account, const QString &name,
                                       const QString &words);
    [[nodiscard]] QWidget *digitsFields(const ReviewSheet &sheet);
    [[nodiscard]] QWidget *reasonField();
    struct Tick
    {
        QString word;
        QCheckBox *box;
    };
    QList<Tick> m_ticks;
    Digits m_gesture;  ///< of the account that the bank will pay
    Digits m_retyping; ///< of the account that was asked for
    QWidget *m_reasonBox = nullptr;
    QLineEdit *m_reason = nullptr;
    QLabel *m_reasonRefused = nullptr;
    bool m_reasonNeeded = false;
};

} // namespace countersign::ui
