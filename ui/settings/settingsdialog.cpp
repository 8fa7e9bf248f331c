#include "ui/settings/settingsdialog.h"

#include "ui/help/helppage.h"
#include "ui/models/visibletext.h"
#include "ui/settings/advancedpage.h"
#include "ui/settings/backuppage.h"
#include "ui/settings/bankpage.h"
#include "ui/settings/companypage.h"
#include "ui/settings/keypage.h"
#include "ui/settings/limitspage.h"
#include "ui/settings/pageset.h"
#include "ui/settings/summarypage.h"
#include "ui/settings/webhookpage.h"
#include "ui/widgets/environmentstripe.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QTabWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

SettingsDialog::SettingsDialog(SetupDesk &desk, const Profile &profile, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_set(new PageSet(profile, this)), m_tabs(new QTabWidget(this)),
      m_note(new Note(this)), m_notePlace(new QWidget(this))
{
    setHelpTopic(*this, HelpTopic::connecting);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings of the profile “%1”").arg(visibleText(profile.name)));
    setMinimumSize(720, 480);
    resize(900, 660);
    m_tabs->setAccessibleName(tr("Groups of settings"));
    m_tabs->setDocumentMode(true);
    m_note->setObjectName(u"settingsNote"_s);
    m_notePlace->hide();
    makePages(profile);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new EnvironmentStripe(profile.environment, this));
    layout->addWidget(m_tabs, 1);
    auto *notePlace = new QVBoxLayout(m_notePlace);
    notePlace->setContentsMargins(20, 8, 20, 0);
    notePlace->addWidget(m_note);
    layout->addWidget(m_notePlace);
    layout->addWidget(footer());
    showTabs();
    m_unsaved = false;
}

void SettingsDialog::makePages(const Profile &profile)
{
    m_summary = new SummaryPage(m_desk, m_tabs);
    const QString name = profile.name;
    const QList<SetupPage *> pages{new CompanyPage(m_tabs),
                                   new KeyPage(
                                       m_desk, [name] { return Result<QString>(name); }, m_tabs),
                                   new BankPage(m_desk, m_tabs),
                                   new LimitsPage(m_tabs),
                                   new WebhookPage(m_tabs),
                                   new BackupPage(m_tabs),
                                   new AdvancedPage(m_tabs),
                                   m_summary};
    for (SetupPage *page : pages) {
        m_set->add(page);
        m_tabs->addTab(page, page->title());
    }
    connect(m_set, &PageSet::changed, this, &SettingsDialog::touched);
    connect(m_set, &PageSet::learned, this, &SettingsDialog::showTabs);
    connect(m_tabs, &QTabWidget::currentChanged, this,
            [this](int place) { m_set->pages().at(place)->entered(m_set->profile()); });
    connect(m_summary, &SummaryPage::pointChosen, this, [this](const PlacedPoint &placed) {
        m_set->markAll();
        m_tabs->setCurrentIndex(static_cast<int>(placed.page));
        m_set->pages().at(placed.page)->focusOn(placed.point);
    });
}

QWidget *SettingsDialog::footer()
{
    auto *bar = new QWidget(this);
    bar->setProperty("ground", u"window"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *close = new HintButton(tr("Close"), u"Esc"_s, bar);
    close->setObjectName(u"closeSettings"_s);
    m_drop = new HintButton(tr("Close &without saving"), {}, bar);
    m_drop->setObjectName(u"closeWithoutSaving"_s);
    setButtonRole(m_drop, ButtonRole::danger);
    m_drop->hide();
    m_save = new HintButton(tr("&Save"), {}, bar);
    m_save->setObjectName(u"saveSettings"_s);
    setButtonRole(m_save, ButtonRole::primary);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(20, 12, 20, 12);
    row->addWidget(close);
    row->addWidget(m_drop);
    row->addStretch();
    row->addWidget(m_save);
    connect(close, &QPushButton::clicked, this, &SettingsDialog::reject);
    connect(m_drop, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    connect(m_save, &QPushButton::clicked, this, &SettingsDialog::save);
    return bar;
}

Profile SettingsDialog::profile() const
{
    return m_set->profile();
}

void SettingsDialog::touched()
{
    m_unsaved = true;
    m_notePlace->hide();
    m_drop->hide();
    showTabs();
}

void SettingsDialog::showTabs()
{
    const QList<PlacedPoint> open = m_set->allHoldingPoints();
    for (qsizetype i = 0; i < m_set->pages().size(); ++i) {
        const bool lacks = std::any_of(open.cbegin(), open.cend(), [i](const PlacedPoint &p) { return p.page == i; });
        m_tabs->setTabText(static_cast<int>(i), (lacks ? u"! "_s : QString()) + m_set->pages().at(i)->title());
    }
    m_summary->setOpenPoints(m_set->allOpenPoints());
}

void SettingsDialog::save()
{
    m_set->markAll();
    const QList<PlacedPoint> open = m_set->allHoldingPoints();
    m_notePlace->show();
    if (!open.isEmpty()) {
        m_note->setContent(Note::Grade::danger, u"✕"_s, tr("Not saved yet."), open.first().point.sentence);
        m_tabs->setCurrentIndex(static_cast<int>(open.first().page));
        m_set->pages().at(open.first().page)->focusOn(open.first().point);
        return;
    }
    if (const auto stored = m_desk.saveProfile(m_set->profile()); !stored)
        return m_note->setProblem(tr("The settings could not be saved."), stored.error());
    m_unsaved = false;
    m_drop->hide();
    m_note->setContent(Note::Grade::good, u"✓"_s, tr("The settings are saved."),
                       tr("They take effect when Countersign is started next; until then it works as before."));
    Q_EMIT saved(m_set->profile().name);
}

void SettingsDialog::reject()
{
    if (!m_unsaved) return QDialog::reject();
    m_note->setContent(Note::Grade::warn, u"!"_s, tr("The changes are not saved."),
                       tr("Save them, or close without saving."));
    m_notePlace->show();
    m_drop->show();
    m_save->setFocus();
}

} // namespace countersign::ui
