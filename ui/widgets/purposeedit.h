#pragma once

#include <QPlainTextEdit>

#include <functional>

namespace countersign::ui {

/// The purpose: one paragraph over several lines. Enter and Tab move on; text over the limit is refused as a whole.
class PurposeEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    /// How long a text counts (characters after normalisation).
    using Measure = std::function<qsizetype(const QString &)>;
    PurposeEdit(qsizetype limit, Measure measure, QWidget *parent = nullptr);
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
