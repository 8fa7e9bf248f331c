#pragma once

#include "config/profilevalidation.h"

#include <QHash>
#include <QScrollArea>
#include <QSet>

#include <optional>

class QVBoxLayout;

namespace countersign::ui {

class FieldRow;

/// Something that keeps the profile from being used, in words.
struct OpenPoint
{
    std::optional<ProfileField> field; ///< without a value: of the page as a whole
    qsizetype index = -1;              ///< of a list's entry
    QString sentence;
    bool holds = true; ///< the profile can't be used before; otherwise it is only reminded of on the last page
};

/// One page of a profile's settings, shared by the assistant and the settings dialog. It edits its part of a profile
/// and keeps nothing else; problems are shown only after showOpenPoints(), so that an untouched page reproaches nobody.
class SetupPage : public QScrollArea
{
    Q_OBJECT
public:
    SetupPage(const QString &title, const QString &introduction, QWidget *parent = nullptr);
    [[nodiscard]] const QString &title() const { return m_title; }

    virtual void readFrom(const Profile &profile) = 0;
    virtual void writeTo(Profile &profile) const = 0;
    /// The assistant's person chose another kind: what was only proposed is proposed anew.
    virtual void kindChanged(Environment kind);
    /// The page is shown now; `profile` is what all pages hold together.
    virtual void entered(const Profile &profile);

    /// The findings of this page's fields, and what only the page itself knows.
    [[nodiscard]] QList<OpenPoint> openPoints(const Profile &profile, const QList<ProfileFinding> &findings) const;
    /// Somebody has filled in the point's field and gone on, so that what is wrong with it may be said.
    [[nodiscard]] bool wasFilledIn(const OpenPoint &point) const;
    [[nodiscard]] bool hasFilledIn() const { return !m_filledIn.isEmpty(); }
    /// Something is under way that must end before the page is left.
    [[nodiscard]] virtual bool isBusy() const { return false; }
    /// At their fields; those that don't hold the profile up are not shown there.
    void showOpenPoints(const QList<OpenPoint> &points);
    virtual void focusOn(const OpenPoint &point);

Q_SIGNALS:
    void changed();
    /// Nothing was entered, but more is known: a file was read. Points may have come or gone.
    void learned();
    /// A field was left that is not empty.
    void filledIn();

protected:
    [[nodiscard]] virtual bool shows(ProfileField field) const;
    [[nodiscard]] virtual QList<OpenPoint> ownPoints(const Profile &profile) const;
    /// Shows a point that has no row; called after all rows were cleared.
    virtual void showElsewhere(const QList<OpenPoint> &points);

    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    [[nodiscard]] QWidget *content() const { return widget(); }
    FieldRow *addField(ProfileField field, const QString &label, QWidget *editor, const QString &hint = {},
                       QWidget *target = nullptr);
    /// A row that validateProfile() knows nothing about.
    FieldRow *addRow(const QString &label, QWidget *editor, const QString &hint = {}, QWidget *target = nullptr);
    [[nodiscard]] FieldRow *rowOf(ProfileField field) const { return m_rows.value(field); }

private:
    QString m_title;
    QVBoxLayout *m_column;
    QHash<ProfileField, FieldRow *> m_rows;
    QSet<ProfileField> m_filledIn;
};

} // namespace countersign::ui
