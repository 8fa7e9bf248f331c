#include "ui/widgets/paragraphedit.h"

#include <QKeyEvent>
#include <QMimeData>

namespace countersign::ui {

namespace {
constexpr qsizetype longestMeasured = 100'000; // measuring a whole file would keep everything else waiting
} // namespace

ParagraphEdit::ParagraphEdit(qsizetype limit, Measure measure, QWidget *parent)
    : QPlainTextEdit(parent), m_limit(limit), m_measure(std::move(measure))
{
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
}

qsizetype ParagraphEdit::length() const
{
    return m_measure(toPlainText());
}

bool ParagraphEdit::hasRoomFor(const QString &added)
{
    if (added.size() > longestMeasured) {
        Q_EMIT refused(tr("Not taken: that is far more than the %1 characters there is room for.").arg(m_limit));
        return false;
    }
    const QTextCursor cursor = textCursor();
    QString text = toPlainText();
    text.replace(cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart(), added);
    const qsizetype length = m_measure(text);
    if (length <= m_limit || length <= m_measure(toPlainText())) return true;
    Q_EMIT refused(tr("Not taken: that would be %1 characters, and there is room for %2.").arg(length).arg(m_limit));
    return false;
}

void ParagraphEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers() & ~Qt::KeypadModifier) {
            event->ignore(); // Ctrl+Enter is the form's
            return;
        }
        focusNextChild();
        return;
    }
    const QString typed = event->text();
    if (!typed.isEmpty() && typed.front().isPrint() && !hasRoomFor(typed)) return;
    QPlainTextEdit::keyPressEvent(event);
}

void ParagraphEdit::inputMethodEvent(QInputMethodEvent *event)
{
    if (!event->commitString().isEmpty() && !hasRoomFor(event->commitString())) return;
    QPlainTextEdit::inputMethodEvent(event);
}

void ParagraphEdit::insertFromMimeData(const QMimeData *source)
{
    QString text = source->text();
    for (QChar &c : text) {
        if (c == u'\n' || c == u'\r' || c == u'\t' || c == QChar(0x2028) || c == QChar(0x2029)) c = u' ';
    }
    if (!text.isEmpty() && hasRoomFor(text)) insertPlainText(text);
}

} // namespace countersign::ui
