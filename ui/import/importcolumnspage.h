#pragma once

#include "exchange/importsheet.h"

#include <QWidget>

class QVBoxLayout;

namespace countersign::ui {

class ChoiceBox;
class FieldRow;
class ImportCellsModel;
class Note;

/// How a table is read: encoding, separator, decimal sign, sheet and header as they were recognised, and which column
/// holds what. A change of how it is read asks for a new reading at once; the mapping counts when the person goes on.
class ImportColumnsPage final : public QWidget
{
    Q_OBJECT
public:
    /// `accounts`: those that rows can be paid from when the table names none.
    explicit ImportColumnsPage(const QList<AccountNumber> &accounts, QWidget *parent = nullptr);

    /// `choices` are those that the sheet was read by.
    void showSheet(std::shared_ptr<const ImportSheet> sheet, const ImportChoices &choices);
    /// As they stand in the page.
    [[nodiscard]] ImportChoices choices() const;
    [[nodiscard]] const ColumnMapping &mapping() const { return m_mapping; }
    /// The person chose columns by hand since the sheet was shown.
    [[nodiscard]] bool mappingChanged() const { return m_mappingChanged; }
    void focusFirst();

Q_SIGNALS:
    void readAgainWanted();
    /// Whether all columns that are needed are known.
    void completeChanged(bool complete);

private:
    ChoiceBox *addBox(QVBoxLayout *column, const QString &label, const char *name, FieldRow **row = nullptr);
    [[nodiscard]] QWidget *form();
    void fillReading();
    void fillHeaderRows();
    void fillMapping();
    void columnChosen(ImportField field);
    void readingChanged();
    void showMissing();

    QList<AccountNumber> m_accounts;
    std::shared_ptr<const ImportSheet> m_sheet;
    ImportChoices m_choices;
    ColumnMapping m_mapping;
    bool m_mappingChanged = false;
    bool m_filling = false;

    Note *m_note = nullptr;
    ChoiceBox *m_sheetBox = nullptr;
    ChoiceBox *m_encoding = nullptr;
    ChoiceBox *m_separator = nullptr;
    ChoiceBox *m_decimal = nullptr;
    ChoiceBox *m_header = nullptr;
    ChoiceBox *m_sender = nullptr;
    FieldRow *m_sheetRow = nullptr;
    FieldRow *m_encodingRow = nullptr;
    FieldRow *m_separatorRow = nullptr;
    FieldRow *m_senderRow = nullptr;
    QList<ChoiceBox *> m_fields; ///< in the order of ImportField
    ImportCellsModel *m_cells = nullptr;
};

} // namespace countersign::ui
