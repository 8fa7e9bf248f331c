#pragma once

#include "ui/settings/setuppage.h"

class QCheckBox;
class QLineEdit;

namespace countersign::ui {

class FieldRow;
class FileField;
class LinesEdit;

/// Ways in for the bank's webhooks besides asking, which is always on.
class WebhookPage final : public SetupPage
{
    Q_OBJECT
public:
    explicit WebhookPage(QWidget *parent = nullptr);
    void readFrom(const Profile &profile) override;
    void writeTo(Profile &profile) const override;

protected:
    QList<OpenPoint> ownPoints(const Profile &profile) const override;
    void showElsewhere(const QList<OpenPoint> &points) override;

private:
    void addReceiver();
    void addFolder();
    void enableFields();

    QCheckBox *m_receiver;
    QLineEdit *m_address;
    QLineEdit *m_port;
    QLineEdit *m_path;
    FileField *m_certificate;
    FileField *m_key;
    LinesEdit *m_peers;
    QList<QWidget *> m_receiverRows;
    QCheckBox *m_watch;
    FileField *m_folder;
    FieldRow *m_folderRow = nullptr;
};

} // namespace countersign::ui
