#include "ui/import/importcolumnspage.h"

#include "ui/models/importcellsmodel.h"
#include "ui/models/importwords.h"
#include "ui/models/visibletext.h"
#include "ui/settings/fieldrow.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int shownHeaders = 20;
constexpr int exampleLength = 24;
constexpr int noColumn = -1;
constexpr int widestCell = 220;

/// The fields in the order of a payment order, what is needed first.
constexpr ImportField fieldOrder[] = {ImportField::recipientName,
                                      ImportField::account,
                                      ImportField::bik,
                                      ImportField::amount,
                                      ImportField::purpose,
                                      ImportField::inn,
                                      ImportField::kpp,
                                      ImportField::senderAccount,
                                      ImportField::documentNumber,
                                      ImportField::documentDate,
                                      ImportField::correspondentAccount,
                                      ImportField::incomeCode,
                                      ImportField::priority,
                                      ImportField::uin};

QString shortened(const QString &text)
{
    const QString shown = visibleText(text.simplified());
    return shown.size() <= exampleLength ? shown : shown.first(exampleLength) + u'…';
}

template <class T>
void choose(ChoiceBox *box, const T &value)
{
    box->setCurrentIndex(box->findData(QVariant::fromValue(value)));
}

} // namespace

ImportColumnsPage::ImportColumnsPage(const QList<AccountNumber> &accounts, QWidget *parent)
    : QWidget(parent), m_accounts(accounts), m_cells(new ImportCellsModel(this))
{
    setProperty("ground", u"base"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_note = new Note(this);
    m_note->setObjectName(u"columnsNote"_s);
    auto *table = new QTableView(this);
    table->setObjectName(u"cells"_s);
    table->setAccessibleName(tr("The first lines of the file"));
    table->setModel(m_cells);
    table->setTabKeyNavigation(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setFont(smallFont());
    table->setWordWrap(false);
    table->horizontalHeader()->setMaximumSectionSize(widestCell);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->verticalHeader()->setDefaultSectionSize(QFontMetrics(smallFont()).height() + 8);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(16, 14, 16, 14);
    right->setSpacing(8);
    right->addWidget(m_note);
    right->addWidget(sectionLabel(tr("The first lines of the file"), this));
    right->addWidget(table, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(form());
    layout->addLayout(right, 1);
}

ChoiceBox *ImportColumnsPage::addBox(QVBoxLayout *column, const QString &label, const char *name, FieldRow **row)
{
    auto *box = new ChoiceBox;
    box->setObjectName(QLatin1String(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(14);
    auto *made = new FieldRow(label, box);
    if (row) *row = made;
    column->addWidget(made);
    return box;
}

QWidget *ImportColumnsPage::form()
{
    auto *content = new QWidget;
    content->setProperty("ground", u"base"_s);
    content->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(20, 14, 16, 14);
    column->setSpacing(6);
    column->addWidget(sectionLabel(tr("How the file is read"), content));
    m_sheetBox = addBox(column, tr("&Sheet"), "sheet", &m_sheetRow);
    m_encoding = addBox(column, tr("&Encoding"), "encoding", &m_encodingRow);
    m_separator = addBox(column, tr("Se&parator"), "separator", &m_separatorRow);
    m_decimal = addBox(column, tr("&Decimal sign"), "decimalSign");
    m_header = addBox(column, tr("&Header"), "header");
    column->addSpacing(8);
    column->addWidget(sectionLabel(tr("Which column holds what"), content));
    m_fields.resize(importFieldCount);
    for (const ImportField field : fieldOrder) {
        ChoiceBox *box = addBox(column, importFieldWords(field), "field");
        box->setObjectName(u"column-"_s + importFieldName(field));
        m_fields[static_cast<qsizetype>(field)] = box;
        connect(box, &QComboBox::activated, this, [this, field] { columnChosen(field); });
    }
    m_sender = addBox(column, tr("Pay &from"), "payFrom", &m_senderRow);
    column->addStretch(1);
    for (const auto &[encoding, words] :
         {std::pair(TextEncoding::utf8, tr("UTF-8")), std::pair(TextEncoding::windows1251, tr("Windows (1251)")),
          std::pair(TextEncoding::cp866, tr("DOS (866)")), std::pair(TextEncoding::utf16LittleEndian, tr("UTF-16")),
          std::pair(TextEncoding::utf16BigEndian, tr("UTF-16, big-endian"))})
        m_encoding->addItem(words, static_cast<int>(encoding));
    for (const auto &[separator, words] : {std::pair(u';', tr("Semicolon  ;")), std::pair(u',', tr("Comma  ,")),
                                           std::pair(u'\t', tr("Tab")), std::pair(u'|', tr("Bar  |"))})
        m_separator->addItem(words, QChar(separator));
    m_decimal->addItem(tr("Comma  3500,00"), QChar(u','));
    m_decimal->addItem(tr("Point  3500.00"), QChar(u'.'));
    for (const AccountNumber &account : std::as_const(m_accounts))
        m_sender->addItem(account.grouped(), account.text());
    for (ChoiceBox *box : {m_sheetBox, m_encoding, m_separator, m_decimal, m_header, m_sender})
        connect(box, &QComboBox::activated, this, &ImportColumnsPage::readingChanged);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    scroll->setFixedWidth(QFontMetrics(textFont()).averageCharWidth() * 62);
    return scroll;
}

void ImportColumnsPage::showSheet(std::shared_ptr<const ImportSheet> sheet, const ImportChoices &choices)
{
    m_filling = true;
    m_sheet = std::move(sheet);
    m_choices = choices;
    m_mapping = m_sheet->mapping();
    m_mappingChanged = false;
    fillReading();
    fillHeaderRows();
    m_cells->setSheet(m_sheet, m_mapping);
    fillMapping();
    m_filling = false;
    showMissing();
}

void ImportColumnsPage::fillReading()
{
    const ImportFacts &facts = m_sheet->facts();
    m_sheetRow->setVisible(facts.format == FileFormat::xlsx);
    m_encodingRow->setVisible(facts.format == FileFormat::csv);
    m_separatorRow->setVisible(facts.format == FileFormat::csv);
    m_sheetBox->clear();
    for (const QString &name : facts.sheets)
        m_sheetBox->addItem(visibleText(name), name);
    choose(m_sheetBox, facts.sheet);
    if (facts.encoding) choose(m_encoding, static_cast<int>(*facts.encoding));
    if (facts.separator) choose(m_separator, *facts.separator);
    m_decimal->setPlaceholderText(tr("No decimals were seen"));
    m_decimal->setCurrentIndex(-1);
    if (facts.decimalSign) choose(m_decimal, *facts.decimalSign);
    if (!m_choices.senderAccount.isEmpty()) choose(m_sender, m_choices.senderAccount);
}

void ImportColumnsPage::fillHeaderRows()
{
    m_header->clear();
    m_header->addItem(tr("There is none"), noColumn);
    const CellTable &table = m_sheet->table();
    for (int row = 0; row < std::min<qsizetype>(table.rowCount(), shownHeaders); ++row) {
        QStringList names;
        for (int column = 0; column < std::min(table.cellCount(row), 3); ++column)
            names.append(table.text(row, column));
        m_header->addItem(tr("Line %1: %2").arg(table.line(row)).arg(shortened(names.join(u", "_s))), row);
    }
    choose(m_header, m_sheet->facts().headerRow);
}

void ImportColumnsPage::fillMapping()
{
    const CellTable &table = m_sheet->table();
    const QStringList names = m_sheet->columnNames();
    const qsizetype example = m_sheet->rowCount() > 0 ? m_sheet->tableRow(0) : -1;
    for (const ImportField field : fieldOrder) {
        ChoiceBox *box = m_fields[static_cast<qsizetype>(field)];
        box->clear();
        box->addItem(tr("not in the file"), noColumn);
        for (int column = 0; column < names.size(); ++column) {
            QString words = shortened(names[column]);
            const QString cell = example < 0 ? QString() : shortened(table.text(example, column));
            //: the column's name and what stands in it
            if (!cell.isEmpty()) words = tr("%1:  %2").arg(words, cell);
            box->addItem(words, column);
        }
        choose(box, m_mapping.columnOf(field).value_or(noColumn));
    }
    m_senderRow->setVisible(!m_mapping.columnOf(ImportField::senderAccount) && m_accounts.size() > 1);
}

void ImportColumnsPage::columnChosen(ImportField field)
{
    const int column = m_fields[static_cast<qsizetype>(field)]->currentData().toInt();
    m_mapping.set(field, column == noColumn ? std::nullopt : std::optional(column));
    m_mappingChanged = true;
    for (int i = 0; i < importFieldCount; ++i) // a column that was another field's is that no more
        choose(m_fields[i], m_mapping.columnOf(static_cast<ImportField>(i)).value_or(noColumn));
    m_senderRow->setVisible(!m_mapping.columnOf(ImportField::senderAccount) && m_accounts.size() > 1);
    m_cells->setMapping(m_mapping);
    showMissing();
}

void ImportColumnsPage::readingChanged()
{
    if (m_filling) return;
    const auto *changed = qobject_cast<ChoiceBox *>(sender());
    if (changed == m_sheetBox) m_choices.sheet = m_sheetBox->currentData().toString();
    if (changed == m_encoding) m_choices.encoding = static_cast<TextEncoding>(m_encoding->currentData().toInt());
    if (changed == m_separator) m_choices.separator = m_separator->currentData().toChar();
    if (changed == m_decimal) m_choices.decimalSign = m_decimal->currentData().toChar();
    if (changed == m_header) m_choices.headerRow = m_header->currentData().toInt();
    if (changed == m_sender) m_choices.senderAccount = m_sender->currentData().toString();
    // Other cells are other columns; what was chosen for the old ones means nothing there.
    const bool otherCells = changed == m_sheetBox || changed == m_encoding || changed == m_separator;
    if (otherCells) m_choices.headerRow.reset();
    if (otherCells || changed == m_header) m_choices.mapping.reset();
    if (!otherCells && changed != m_header && m_mapping != m_sheet->mapping()) m_choices.mapping = m_mapping;
    Q_EMIT readAgainWanted();
}

ImportChoices ImportColumnsPage::choices() const
{
    ImportChoices choices = m_choices;
    if (m_mappingChanged) choices.mapping = m_mapping;
    return choices;
}

void ImportColumnsPage::showMissing()
{
    QStringList missing;
    for (const ImportField field : m_mapping.missing())
        missing.append(importFieldWords(field));
    if (!missing.isEmpty()) {
        m_note->setContent(Note::Grade::danger, u"✕"_s,
                           tr("It is not known which columns hold: %1").arg(missing.join(u", "_s)),
                           tr("Choose them on the left. Rows can't become payouts without them."));
    } else if (m_sheet->facts().mappingFromBook && !m_mappingChanged) {
        m_note->setContent(Note::Grade::good, u"✓"_s, tr("The columns are those that you chose last time"),
                           tr("A file with the same header was imported before. Look whether the columns still fit."));
    } else {
        m_note->setContent(Note::Grade::good, u"✓"_s, tr("All columns are known"),
                           tr("Look whether each column holds what stands above it, then go on."));
    }
    Q_EMIT completeChanged(missing.isEmpty());
}

void ImportColumnsPage::focusFirst()
{
    m_fields[static_cast<qsizetype>(ImportField::recipientName)]->setFocus();
}

} // namespace countersign::ui
