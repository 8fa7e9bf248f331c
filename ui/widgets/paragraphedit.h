#pragma once

#include <QPlainTextEdit>

#include <functional>

namespace countersign::ui {

/// One paragraph over several lines: a purpose, a reason. Enter and Tab move on; text over the limit is refused as a
/// whole, and a paste of any size costs no more than reading it once.
class ParagraphEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    /// How long a text counts; for a purpose characters after normalisation.
    using Measure = std::function<qsizetype(const QString &)>;
    ParagraphEdit(qsizetype limit, Measure measure, QWidget *parent = nullptr);
    [[nodiscard]] qsizetype limit() const { return m_limit; }
    [[nodiscard]] qsizetype length() const;

Q_SIGNALS:
    /// Typed or pasted text was not taken; `why` is a whole sentence.
    void refused(const QString &why);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    [[nodiscard]] bool hasRoomFor(const QString &added);
    qsizetype m_limit;
    Measure m_measure;
};

} // namespace countersign::ui
