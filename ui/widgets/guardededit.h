#pragma once

#include <QLineEdit>

namespace countersign::ui {

/// A one-line field that refuses, as a whole, what it can't hold, and says why: nothing is ever cut or left out in
/// silence. Enter moves on to the next field and does nothing else.
class GuardedEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit GuardedEdit(QWidget *parent = nullptr);

Q_SIGNALS:
    /// Typed or pasted text was not taken; `why` is a whole sentence. The field's text is as before.
    void refused(const QString &why);
    /// The text has changed after something was refused, or may be refused no more.
    void accepted();

protected:
    /// `typed` without what is only decoration, such as spaces between digits.
    [[nodiscard]] virtual QString tidied(const QString &typed) const;
    /// Why the field can't hold `text`; empty when it can. `text` is tidied.
    [[nodiscard]] virtual QString whyNot(const QString &text) const = 0;
    /// Places after which a gap is shown; the text itself holds none.
    [[nodiscard]] virtual QList<int> gaps(const QString &text) const;
    [[nodiscard]] virtual qreal gapWidth() const;

    void keyPressEvent(QKeyEvent *event) override;

private:
    class Guard;
    void showGaps();
    void tellRefusal();
    QString m_why; ///< of a refusal that was not told yet
    bool m_showingGaps = false;
};

} // namespace countersign::ui
