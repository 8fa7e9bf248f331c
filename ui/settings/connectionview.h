#pragma once

#include "config/setupdesk.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace countersign::ui {

class FieldRow;
class HintButton;
class Note;

/// "Test connection": asks for the key's password, then shows each step with what it came to and what to do about it.
class ConnectionView final : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionView(SetupDesk &desk, QWidget *parent = nullptr);
    /// What is to be tested; an earlier result is dropped when the connection's settings changed.
    void setProfile(const Profile &profile);

Q_SIGNALS:
    void answered();

private:
    void test();
    void show(const Result<QList<ConnectionFinding>> &result);
    void addLine(const ConnectionFinding &finding);
    void clear();
    void setBusy(bool busy);
    void sumUp(const QList<ConnectionFinding> &findings);

    SetupDesk &m_desk;
    Profile m_profile;
    QLineEdit *m_password;
    FieldRow *m_row;
    HintButton *m_test;
    QLabel *m_progress;
    Note *m_result;
    QWidget *m_lines;
    QGridLayout *m_grid;
    int m_generation = 0; ///< an answer about an older profile is dropped
};

} // namespace countersign::ui
