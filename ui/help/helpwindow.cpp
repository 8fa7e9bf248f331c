#include "ui/help/helpwindow.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/readablewidth.h"
#include "ui/widgets/theme.h"

#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QShortcut>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int topicRole = Qt::UserRole;
constexpr int margin = 10; // beside the list of pages

/// Markdown's tables come with double frames and no room.
void tidyTables(QTextDocument &document, const QColor &line)
{
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table) continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(line);
        format.setCellPadding(6);
        format.setCellSpacing(0);
        format.setTopMargin(6);
        format.setBottomMargin(10);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        table->setFormat(format);
    }
}

/// Markdown's headings are made for paper.
void tidyHeadings(QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        if (level == 0) continue;
        QTextCursor cursor(block);
        QTextBlockFormat place;
        place.setTopMargin(level == 1 ? 0 : 14);
        place.setBottomMargin(5);
        cursor.mergeBlockFormat(place);
        QTextCharFormat look;
        look.setProperty(QTextFormat::FontSizeAdjustment, level == 1 ? 2 : 1);
        cursor.select(QTextCursor::BlockUnderCursor);
        cursor.mergeCharFormat(look);
    }
}

/// What a page says, without its marks and without where its links lead.
QString wordsOf(QString markdown)
{
    static const QRegularExpression marks(u"\\]\\([^)]*\\)|[*`|#]"_s);
    return markdown.replace(marks, u" "_s);
}

bool holdsAll(const QString &text, const QStringList &words)
{
    return std::all_of(words.cbegin(), words.cend(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

HelpWindow::HelpWindow(QWidget *parent)
    : QDialog(parent), m_pages(helpPages()), m_search(new QLineEdit(this)), m_list(new QListWidget(this)),
      m_none(plainLabel(tr("No page holds all of these words."), Tone::muted, this)), m_text(new QTextBrowser(this))
{
    setObjectName(u"helpWindow"_s);
    setWindowTitle(tr("Help"));
    setAttribute(Qt::WA_QuitOnClose, false);
    setMinimumSize(560, 360);
    resize(940, 680);
    m_search->setObjectName(u"helpSearch"_s);
    m_search->setPlaceholderText(tr("Search the help…"));
    m_search->setAccessibleName(tr("Search the help"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(u"helpPages"_s);
    m_list->setAccessibleName(tr("Pages of the help"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setProperty("ground", u"side"_s);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_none->hide();
    m_text->setObjectName(u"helpText"_s);
    m_text->setAccessibleName(tr("The chosen page"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setFont(textFont());
    m_text->document()->setDocumentMargin(22);

    auto *side = new QWidget(this);
    side->setProperty("ground", u"side"_s);
    side->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(margin, 12, margin, 10);
    column->addWidget(m_search);
    column->addWidget(m_none);
    column->addWidget(m_list, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(side);
    row->addWidget(m_text, 1);
    m_text->setLineWrapMode(QTextEdit::FixedPixelWidth);
    m_text->viewport()->installEventFilter(this);

    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::search);
    connect(m_search, &QLineEdit::returnPressed, m_text, qOverload<>(&QWidget::setFocus));
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpWindow::showPage);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (const auto topic = helpTopicFromId(link.path())) showTopic(*topic);
    });
    connect(new QShortcut(QKeySequence(QKeySequence::Find), this), &QShortcut::activated, m_search,
            qOverload<>(&QWidget::setFocus));
    search({});
    m_list->ensurePolished();
    side->setFixedWidth(m_list->sizeHintForColumn(0) + m_list->verticalScrollBar()->sizeHint().width() + 2 * margin);
}

void HelpWindow::showTopic(HelpTopic topic)
{
    m_search->clear();
    m_list->setCurrentRow(static_cast<int>(topic));
}

void HelpWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    // The lines of a table have their colour from the page that was shown.
    if (event->type() == QEvent::PaletteChange) showPage(m_list->currentRow());
}

bool HelpWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text->viewport() && event->type() == QEvent::Resize)
        m_text->setLineWrapColumnOrWidth(std::min(m_text->viewport()->width(), readableWidth()));
    return QDialog::eventFilter(watched, event);
}

void HelpWindow::search(const QString &words)
{
    m_words = words.split(u' ', Qt::SkipEmptyParts);
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    int row = -1;
    for (const HelpPage &page : std::as_const(m_pages)) {
        if (!holdsAll(wordsOf(page.markdown), m_words)) continue;
        auto *item = new QListWidgetItem(page.title, m_list);
        item->setData(topicRole, static_cast<int>(page.topic));
        if (row < 0 || page.topic == m_topic) row = m_list->count() - 1;
    }
    m_none->setVisible(row < 0);
    m_list->setCurrentRow(row);
    const bool shown = row >= 0 && !m_text->document()->isEmpty() &&
                       m_list->item(row)->data(topicRole).toInt() == static_cast<int>(m_topic);
    if (shown)
        markFound(); // laying a page out takes longer than a letter may
    else
        showPage(row);
}

void HelpWindow::showPage(int row)
{
    const QListWidgetItem *item = m_list->item(row);
    if (!item) return m_text->clear();
    m_topic = static_cast<HelpTopic>(item->data(topicRole).toInt());
    m_text->setMarkdown(m_pages.at(static_cast<int>(m_topic)).markdown);
    tidyTables(*m_text->document(), coloursOf(palette()).line);
    tidyHeadings(*m_text->document());
    m_text->moveCursor(QTextCursor::Start);
    markFound();
}

void HelpWindow::markFound()
{
    QList<QTextEdit::ExtraSelection> found;
    for (const QString &word : std::as_const(m_words)) {
        for (QTextCursor at = m_text->document()->find(word); !at.isNull(); at = m_text->document()->find(word, at)) {
            QTextEdit::ExtraSelection selection{at, {}};
            // As a marker does it: an underlined word would look like a link.
            selection.format.setBackground(coloursOf(palette()).warnBar);
            selection.format.setForeground(coloursOf(palette()).base);
            found += selection;
        }
    }
    m_text->setExtraSelections(found);
    if (found.isEmpty()) return;
    const auto first = std::min_element(found.cbegin(), found.cend(), [](const auto &a, const auto &b) {
        return a.cursor.selectionStart() < b.cursor.selectionStart();
    });
    QTextCursor cursor = first->cursor;
    cursor.clearSelection();
    m_text->setTextCursor(cursor);
    m_text->ensureCursorVisible();
}

} // namespace countersign::ui
