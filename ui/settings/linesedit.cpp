#include "ui/settings/linesedit.h"

#include <QMimeData>

namespace countersign::ui {

namespace {
constexpr int frame = 12;            // padding and border, above and below
constexpr qsizetype longest = 2'000; // characters of all lines together
} // namespace

LinesEdit::LinesEdit(int shownLines, QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // or it takes room all the same
    setFixedHeight(shownLines * fontMetrics().lineSpacing() + frame +
                   static_cast<int>(2 * document()->documentMargin()));
}

void LinesEdit::setLines(const QStringList &lines)
{
    setPlainText(lines.join(u'\n'));
}

QStringList LinesEdit::lines() const
{
    QStringList lines;
    for (const QString &line : toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty()) lines.append(line.trimmed());
    }
    return lines;
}

void LinesEdit::insertFromMimeData(const QMimeData *source)
{
    const QString text = source->text();
    if (document()->characterCount() + text.size() <= longest) return insertPlainText(text);
    Q_EMIT refused(tr("This is too long for such a list. Nothing was taken."));
}

} // namespace countersign::ui
