#pragma once

#include "domain/validation.h"

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace countersign::ui {

class FieldNotes;
class Note;

/// The column "Before sending": what was found, summed up.
class BeforeSending final : public QWidget
{
    Q_OBJECT
public:
    explicit BeforeSending(QWidget *parent = nullptr);
    /// `isTouched` tells fields that somebody has been in; what is only missing elsewhere is not counted as an error.
    /// `refused` names fields whose latest input was not taken.
    void showReport(const ValidationReport &report, const std::function<bool(Field)> &isTouched,
                    const QStringList &refused);
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString text() const;

private:
    Note *m_sum;
    FieldNotes *m_findings;
};

} // namespace countersign::ui
