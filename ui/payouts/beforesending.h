#pragma once

#include "payouts/payoutdesk.h"
#include "ui/models/findingwords.h"
#include "ui/widgets/fieldnotes.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace countersign::ui {

class Note;
class RecipientPanel;

/// The column "Before sending": what was found, summed up.
class BeforeSending final : public QWidget
{
    Q_OBJECT
public:
    explicit BeforeSending(QWidget *parent = nullptr);
    /// `isTouched` tells fields that somebody has been in; what is only missing elsewhere is not counted as an error.
    /// `remarks`: what is to be known of the input itself.
    void showReport(const ValidationReport &report, const std::function<bool(Field)> &isTouched,
                    const QList<Remark> &remarks);
    /// Says that nothing can be sent, and since when; nothing where it is not frozen.
    void showFreeze(const FreezeRecord &freeze);
    /// Who would be paid, and the acts that sending needs.
    void showRecipient(const RecipientCheck &check);
    /// Whether there is anything yet that a template could keep.
    void offerTemplate(bool possible);
    /// Said under the recipient in place of the button that adds it to the address book.
    void showInBook();
    [[nodiscard]] RecipientPanel &recipient() { return *m_recipient; }
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// The recipient shall stand in the address book.
    void bookWanted();
    /// What is typed shall become a template.
    void templateWanted();

private:
    void sayWhoseAccount(const RecipientRecord &entry, const RecipientIdentity &who);
    void sumUp();
    Note *m_frozen;
    Note *m_sum;
    RecipientPanel *m_recipient;
    QPushButton *m_toBook;
    QLabel *m_inBook;
    QPushButton *m_toTemplate;
    FieldNotes *m_findings;
    QLabel *m_directory;             ///< by which day's directory banks were looked up
    QList<FieldNotes::Line> m_lines; ///< of the report
    int m_blocks = 0;
    QStringList m_open;       ///< what is missing in fields that nobody has been in
    qsizetype m_warnings = 0; ///< of the report and the remarks
    bool m_isFrozen = false;
};

} // namespace countersign::ui
