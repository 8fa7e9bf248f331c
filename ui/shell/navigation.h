#pragma once

#include "ui/models/foldermodel.h"

#include <QListView>

namespace countersign::ui {

/// The left side of the window: what is to do, with counts. One folder is always chosen.
class Navigation : public QListView
{
    Q_OBJECT
public:
    /// The model must outlive the view.
    explicit Navigation(FolderModel &model, QWidget *parent = nullptr);
    void choose(Folder folder);
    [[nodiscard]] Folder chosen() const { return m_chosen; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void folderChosen(countersign::Folder folder);
    /// The address book is wanted; it has a window of its own, so the folder stays chosen.
    void recipientsWanted();

protected:
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                                       const QEvent *event = nullptr) const override;

private:
    FolderModel &m_model;
    Folder m_chosen = Folder::toReview;
};

} // namespace countersign::ui
