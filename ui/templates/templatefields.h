#pragma once

#include "domain/placeholders.h"
#include "payouts/templatebook.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QToolButton;

namespace countersign::ui {

class MoneyEdit;
class NameEdit;
class Note;
class ParagraphEdit;

/// The fields of a template and, under its purpose, what a draft of today would say. Whom it pays is only shown: a
/// recipient is changed in a draft, which is then saved as a template.
class TemplateFields final : public QWidget
{
    Q_OBJECT
public:
    explicit TemplateFields(QWidget *parent = nullptr);

    /// `today`: the day for which placeholders are shown and filled in.
    void setTemplate(const TemplateRecord &shown, QDate today);
    /// What is shown: the one that was set, with what was typed since.
    [[nodiscard]] TemplateRecord shownTemplate() const;
    /// Name or purpose differ from what was set; another amount is not a change that has to be saved.
    [[nodiscard]] bool isRewritten() const;
    /// The purpose as a draft of today would have it.
    [[nodiscard]] FilledPurpose filled() const;
    void focusName();
    void focusAmount();

Q_SIGNALS:
    void changed();
    /// Typed or pasted text was not taken; `why` is a whole sentence.
    void refused(const QString &why);

private:
    void addRow(QGridLayout *grid, const QString &label, QWidget *editor, const QString &name, QWidget *content);
    [[nodiscard]] QWidget *purposeBox();
    void fillMenu();
    void showPreview();
    [[nodiscard]] std::optional<Money> amount() const;

    TemplateRecord m_set;
    QDate m_today;
    NameEdit *m_name;
    QLabel *m_recipient;
    QLabel *m_account;
    MoneyEdit *m_amount;
    ParagraphEdit *m_purpose;
    QToolButton *m_insert;
    Note *m_preview;
};

} // namespace countersign::ui
