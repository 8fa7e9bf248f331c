#pragma once

#include "ui/settings/setuppage.h"

class QSpinBox;
class QTimeEdit;

namespace countersign::ui {

class ChoiceBox;
class FileField;

/// When backups are made by themselves, and where they go.
class BackupPage final : public SetupPage
{
    Q_OBJECT
public:
    explicit BackupPage(QWidget *parent = nullptr);
    void readFrom(const Profile &profile) override;
    void writeTo(Profile &profile) const override;

private:
    void showRhythm();
    [[nodiscard]] BackupRhythm rhythm() const;

    ChoiceBox *m_rhythm;
    ChoiceBox *m_weekday;
    QTimeEdit *m_at;
    FileField *m_folder;
    QSpinBox *m_keep;
    FieldRow *m_weekdayRow = nullptr;
    FieldRow *m_atRow = nullptr;
    FieldRow *m_folderRow = nullptr;
    FieldRow *m_keepRow = nullptr;
};

} // namespace countersign::ui
