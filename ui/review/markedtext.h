#pragma once

#include "domain/comparison.h"

#include <QTextLayout>
#include <QWidget>

namespace countersign::ui {

/// A text from outside with some of its characters marked by box, bold and underline. Wraps anywhere, is never cut,
/// never markup; unseen characters are shown by their number. Its accessible name is the whole text.
class MarkedText final : public QWidget
{
    Q_OBJECT
public:
    enum class Look { text, account, muted };
    explicit MarkedText(QWidget *parent = nullptr);

    /// `marked` are ranges of `text`. Accounts of 20 digits get gaps that are not in the text.
    void setContent(const QString &text, Look look, const QList<Span> &marked = {});
    /// What stands there, unseen characters written out.
    [[nodiscard]] const QString &shownText() const { return m_shown; }
    /// The ranges of shownText() that are marked.
    [[nodiscard]] const QList<Span> &shownMarks() const { return m_marks; }

    /// Where the first line stands, from the top, whatever the look; labels beside it are put on the same line.
    [[nodiscard]] static int baseline();
    /// How far the text begins from the left edge.
    static constexpr int margin = 2; // room for the boxes

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void prepare(QTextLayout &layout) const;
    [[nodiscard]] qreal layOut(QTextLayout &layout, qreal width) const;
    QString m_shown;
    QList<Span> m_marks;
    Look m_look = Look::text;
};

} // namespace countersign::ui
