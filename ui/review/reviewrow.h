#pragma once

#include "ui/models/reviewrows.h"

#include <QFrame>

class QLabel;

namespace countersign::ui {

class MarkedText;

/// One row of the review's table: head, asked, answered, verdict. Grows with its text; nothing is cut.
class ReviewRow final : public QFrame
{
    Q_OBJECT
public:
    explicit ReviewRow(const ReviewTableRow &row, QWidget *parent = nullptr);
    [[nodiscard]] const ReviewTableRow &content() const { return m_row; }
    [[nodiscard]] const MarkedText &answered() const { return *m_answered; }
    [[nodiscard]] QString verdict() const;

    /// The width of the head and of the verdict, which all rows share.
    [[nodiscard]] static int headWidth();
    [[nodiscard]] static int verdictWidth();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QWidget *cell(const ReviewCell &cell, bool muted, MarkedText **text);
    [[nodiscard]] QWidget *verdictCell();
    ReviewTableRow m_row;
    MarkedText *m_answered = nullptr;
    QLabel *m_verdict = nullptr;
};

} // namespace countersign::ui
