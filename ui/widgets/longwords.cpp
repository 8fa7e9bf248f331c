#include "ui/widgets/longwords.h"

#include <QStringList>

namespace countersign::ui {

namespace {

constexpr qsizetype shortEnough = 20; ///< letters that fit into a line of any pane
constexpr QChar unseenBreak(0x200B);

QString broken(const QString &word)
{
    QString made;
    qsizetype run = 0;
    for (const QChar c : word) {
        if (run >= shortEnough && !c.isLowSurrogate() && !c.isMark()) {
            made += unseenBreak;
            run = 0;
        }
        made += c;
        ++run;
        const bool seam = c == u'_' || c == u'-' || c == u'.' || c == u'/';
        if (seam && run > shortEnough / 2) run = shortEnough;
    }
    return made;
}

} // namespace

QString withLongWordsBreakable(const QString &text)
{
    QStringList words = text.split(u' ');
    for (QString &word : words) {
        // What is held together on purpose, as the groups of an account, stays so.
        if (word.size() > shortEnough && !word.contains(QChar::Nbsp)) word = broken(word);
    }
    return words.join(u' ');
}

QString withoutBreaks(QString text)
{
    return text.remove(unseenBreak);
}

} // namespace countersign::ui
