// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "widgets/common/SelectionContext.h"
#include "widgets/graph/ComparePane.h"
#include "widgets/graph/GraphSearch.h"
#include "widgets/graph/GraphView.h"
#include "widgets/graph/GroupSettings.h"
#include "widgets/graph/PanePlaces.h"
#include "widgets/graph/ViewPreset.h"

#include <QPointer>
#include <QVariantMap>

class QAction;
class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedLayout;

namespace driftscope {

class Breadcrumb;
class CompareRenderer;
class EmptyState;
struct ExportChoice;
class GraphSearchBar;
class Legend;
class LinkOverlay;
class Minimap;
class PaneHeader;

/// One to six stages side by side: rows aligned, matched nodes linked by lines, one search, one legend. Scrolling,
/// zooming and selecting in one pane does the same in the others that are linked.
class CompareView : public QWidget
{
    Q_OBJECT

public:
    static constexpr int mostPanes = 6;

    explicit CompareView(QWidget* parent = nullptr);
    ~CompareView() override;

    /// `matches[i]` leads from panes[i] to panes[i + 1] (fewer or none: no links there); they also decorate the panes
    /// with what was inserted, removed, changed and fused. Panes beyond mostPanes are a bug of the caller. Of stages
    /// that were shown before, place, zoom, width and selection stay, also where only their layouts are others.
    void setPanes(std::vector<ComparePane> panes, const QList<StageMatch>& matches);
    /// New overlay values for one pane; place and selection stay. Changes come from the matches, as in setPanes.
    void setDecorations(Stage stage, std::vector<NodeDecoration> decorations);
    [[nodiscard]] int paneCount() const { return static_cast<int>(m_panes.size()); }
    [[nodiscard]] GraphView* view(int pane) const;
    [[nodiscard]] int paneOf(Stage stage) const; ///< -1 when it is not shown
    [[nodiscard]] const std::vector<ComparePane>& panes() const { return m_panes; }
    [[nodiscard]] const QList<StageMatch>& matches() const { return m_matches; }
    [[nodiscard]] EmptyState* emptyState() const { return m_empty; }
    [[nodiscard]] GraphSearchBar* searchBar() const { return m_search; }
    [[nodiscard]] const GraphSearch& search() const { return *m_finder; }
    [[nodiscard]] std::vector<std::shared_ptr<const GraphScene>> scenes() const; ///< by pane
    [[nodiscard]] LinkOverlay* linkOverlay() const { return m_overlay; }
    [[nodiscard]] Minimap* minimap() const { return m_minimap; }

    [[nodiscard]] const GraphAppearance& appearance() const { return m_appearance; }
    void setOverlay(Overlay overlay);
    void setTextOptions(const BoxTextOptions& options);
    void setThresholds(double failBelow, double warnBelow);

    /// Flags at the nodes of the stages shown, now and whenever others are shown.
    void setBookmarks(const QList<GraphMark>& marks);

    /// Follows and drives the context: nodes, values and layers of the stages shown. Null to stop.
    void setSelectionContext(SelectionContext* context);
    /// Where a person is in the panes, and back there: for a history of places. Not to be looked into.
    [[nodiscard]] QVariant place() const;
    void goToPlace(const QVariant& place);
    /// Keeps what is shown when the context's selection changes; selecting here still drives the others.
    void setLocked(bool isLocked) { m_isLocked = isLocked; }

    /// Selects in every pane what the box became or came from, and scrolls there. Emits nothing.
    void selectBox(int pane, int box);
    /// The same as a click there: the selection context and everybody else hear of it. -1 selects nothing.
    void selectByPerson(int pane, int box);
    void clearSelection();
    [[nodiscard]] int selectedPane() const { return m_selectedPane; }

    /// What is hidden and dimmed. Hidden nodes need another layout: see hiddenChanged.
    [[nodiscard]] const PresetStack& presets() const { return m_presets; }
    void setPreset(ViewPreset preset, bool isOn);
    [[nodiscard]] bool arePathsShown() const;

    /// Which groups are open. Other groups need another layout: see groupsChanged.
    [[nodiscard]] const GroupSettings& groupSettings() const { return m_groups; }
    void setGroupMode(GroupMode mode); ///< forgets what was opened
    /// In this pane and, for the group's counterparts, in the others.
    void setGroupOpen(int pane, ScopeId scope, bool isOpen);
    /// Opens the groups that hide the node and selects it when it is there. False where it shows already.
    /// `isTold`: as if a person had selected it here, so that the other parts of the window follow.
    bool revealNode(int pane, NodeId node, bool isTold = true);
    [[nodiscard]] Breadcrumb* breadcrumb(int pane) const
    {
        return m_widgets[static_cast<std::size_t>(pane)].breadcrumb;
    }

    /// Writes a picture of the graphs, see CompareRenderer::write.
    [[nodiscard]] Result<QStringList> exportPicture(const ExportChoice& choice) const;
    /// Left to right instead of top to bottom: layouts for setPanes must be made so; see hiddenChanged.
    [[nodiscard]] bool isSideways() const { return m_wantsSideways; }
    void setSideways(bool isSideways);
    /// Shows one pane alone; -1 shows all again.
    void maximizePane(int pane);
    [[nodiscard]] std::optional<Stage> maximizedStage() const { return m_maximized; }
    /// The pane with the keyboard, else the one with the selection, else the first.
    [[nodiscard]] int focusedPane() const;
    /// Widths, links, the maximized pane and earlier searches, to be kept for each project.
    [[nodiscard]] QVariantMap saveState();
    void restoreState(const QVariantMap& state);

    /// Asks for a node of one pane: the prompt stands over the panes until nodePicked() or, by Escape, pickCancelled().
    void beginPick(int pane, const QString& prompt);
    [[nodiscard]] bool isPicking() const { return m_pickPane >= 0; }
    /// Whether Ctrl+Z and its counterpart mean the graphs (undoRequested) while a graph has the keyboard.
    void setUndoable(bool canUndo, bool canRedo);

    /// Everything one can do here, for menus and the command palette; shortcuts work while a child has the focus.
    [[nodiscard]] QList<QAction*> viewActions() const;

public Q_SLOTS:
    void setSearchText(const QString& text);
    void findNext();
    void findPrevious();
    void selectNextDrift(); ///< the next node whose cosine is below the threshold
    void setLinked(bool isLinked); ///< all panes
    void zoomToFit();
    void focusSearch();
    void resetPresets();
    void toggleGroup(); ///< opens the selected group, or closes the one around the selection
    void openAllGroups();
    void closeAllGroups();
    void openGroupLevel();
    void closeGroupLevel();
    void askForPicture(); ///< opens the export dialog
    void setPathsShown(bool isOn); ///< what the selection depends on, and what depends on it
    void frameSelection();
    void zoomIn();
    void zoomOut();
    void zoomToActualSize();
    void toggleMaximized();
    void cancelPick();
    void focusNextPane();
    void focusPreviousPane();
    void goToCounterpartLeft();
    void goToCounterpartRight();
    void movePaneLeft();
    void movePaneRight();

Q_SIGNALS:
    void nodeSelected(driftscope::Stage stage, driftscope::NodeId node);
    void valueSelected(driftscope::Stage stage, driftscope::ValueId value); ///< an input or output
    void selectionCleared();
    void nodeActivated(driftscope::Stage stage, driftscope::NodeId node);
    /// `node` is invalid for an input, an output or the empty canvas.
    void contextMenuAboutToShow(QMenu* menu, driftscope::Stage stage, driftscope::NodeId node);
    void overlayChanged(driftscope::Overlay overlay);
    /// Call setPanes with layouts that leave out what presets() hides, and run as isSideways() says.
    void hiddenChanged();
    void groupsChanged(); ///< call setPanes with layouts by groupSettings()
    void pictureExported(const QStringList& files);
    void problemOccurred(const driftscope::Error& error);
    void nodePicked(driftscope::Stage stage, driftscope::NodeId node);
    void pickCancelled();
    void undoRequested();
    void redoRequested();
    void paneMoveRequested(driftscope::Stage stage, int step); ///< -1 to the left, 1 to the right
    void searchFinished(); ///< see search()
    void panesChanged(); ///< other stages, or other decorations
    void selectionShown(); ///< the panes' selected boxes are others

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct PaneWidgets
    {
        QWidget* column = nullptr;
        PaneHeader* header = nullptr;
        GraphView* view = nullptr;
        QAction* linked = nullptr;
        QAction* maximized = nullptr;
        Breadcrumb* breadcrumb = nullptr;
    };
    /// What must outlive the panes when others take their place.
    struct Kept
    {
        PanePlaces places;
        std::vector<std::pair<Stage, QString>> selected; ///< the pane that was selected in first
    };

    // Construction (CompareViewLayout.cpp)
    QWidget* makeToolRow();
    void makeActions();
    void retranslate();
    QAction* addViewAction(const QKeySequence& shortcut, void (CompareView::*slot)());
    void addTextToggle(const QKeySequence& shortcut, bool BoxTextOptions::*option);
    static void nameHeaderActions(const PaneWidgets& widgets);
    PaneWidgets makePane(const ComparePane& pane, int index);
    void connectPane(GraphView* view, int index);
    void removePanes();
    void placeOverlay();
    void showScenes(bool keepPlace);
    void applyAppearance();

    // Staying in place (CompareViewPanes.cpp)
    void addPaneAction(const QKeySequence& shortcut, void (CompareView::*slot)(), const char* text);
    void makePaneActions();
    void retranslatePaneActions();
    [[nodiscard]] std::vector<GraphView*> views() const;
    [[nodiscard]] Kept keepPlaces();
    void restorePlaces(const Kept& kept);
    void keepShares();
    void applyShares();
    void showMaximized();
    void fitAfterMaximizing(const PanePlaces& places, int only);
    void layOutPanes();
    void focusPane(int step);
    void goToCounterpart(int step);
    void showBookmarks();

    // Choosing in another pane (CompareViewPick.cpp)
    QWidget* makePickBanner();
    bool endPick();
    void pick(int pane, int box);
    bool filterGraphKey(QEvent* event);

    // Under the mouse (CompareViewTips.cpp)
    [[nodiscard]] QString matchTip(int pane, int box, QPoint inViewport) const;
    [[nodiscard]] QString linkTip(const struct LinkAt& found) const;

    // Following each other (CompareViewSelection.cpp)
    void followView(int pane);
    void spreadSelection(int pane, std::vector<int> boxes, int step);
    void selectWhereItIs(int pane, int box);
    void showSelection(int pane, const std::vector<int>& boxes) const;
    void selectEdge(int pane, int edge);
    void tellSelection(int pane, int box);
    void followContext(const Selection& selection);
    [[nodiscard]] int boxOf(int pane, const Selection& selection) const;
    [[nodiscard]] NodeId nodeOf(int pane, const Selection& selection) const;

    // Emphasis (CompareViewEmphasis.cpp)
    struct PathEnd
    {
        int pane = 0;
        int from = 0; ///< boxes
        int to = 0;
    };
    /// Where a pane looks, in terms that survive another layout.
    struct Place
    {
        ViewTransform view;
        std::vector<std::pair<NodeId, QPointF>> landmarks; ///< and where they stand in the viewport
        std::optional<LayoutBox> selected;
    };
    void makeEmphasisActions();
    void retranslateEmphasis();
    void applyPresets(const PresetStack& before);
    void extendSelection(int pane, int box);
    void updateEmphasis();
    [[nodiscard]] static Place placeOf(const GraphView& view);
    static void returnTo(GraphView& view, const Place& place);
    [[nodiscard]] bool showsSameGraphs(const std::vector<ComparePane>& panes) const;
    void replaceLayouts(std::vector<ComparePane> panes, const QList<StageMatch>& matches);

    // Groups (CompareViewGroups.cpp)
    struct HeldCorner
    {
        int pane = 0;
        ScopeId scope;
        QPointF corner; ///< in the viewport
    };
    struct WantedNode
    {
        int pane = 0;
        NodeId node;
        bool isTold = false;
    };
    void makeGroupActions();
    void retranslateGroups();
    void rememberGroups();
    void holdCorner(int pane, ScopeId scope);
    bool returnToCorner();
    [[nodiscard]] std::optional<QRectF> groupRect(int pane, ScopeId scope) const;
    [[nodiscard]] std::vector<ScopeId> counterpartsTo(int pane) const;
    void changeAllGroups(GroupStates (*states)(std::shared_ptr<const ScopeTree>));
    void changeLevel(bool opens);
    [[nodiscard]] ScopeId scopeAt(int pane, int box) const;
    [[nodiscard]] ScopeId scopeLookedAt(int pane) const;
    void addGroupActions(QMenu* menu, int pane, int box);
    void selectWantedNode();
    void updateBreadcrumbs();
    void goToScope(int pane, ScopeId scope);

    // Pictures (CompareViewExport.cpp)
    [[nodiscard]] CompareRenderer renderer(const ExportChoice& choice) const;

    // Searching (CompareViewSearch.cpp)
    void runSearch();
    void finishSearch();
    void showSearch();
    void goToFound(int step);
    [[nodiscard]] int firstFoundFromSelection(int step) const;

    std::vector<ComparePane> m_panes;
    QList<StageMatch> m_matches;
    std::vector<PaneWidgets> m_widgets;
    GraphAppearance m_appearance;
    QStackedLayout* m_stack = nullptr;
    QWidget* m_content = nullptr;
    QWidget* m_body = nullptr;
    QSplitter* m_splitter = nullptr;
    LinkOverlay* m_overlay = nullptr;
    Minimap* m_minimap = nullptr;
    Legend* m_legend = nullptr;
    GraphSearchBar* m_search = nullptr;
    QLabel* m_overlayLabel = nullptr;
    QComboBox* m_overlayChoice = nullptr;
    EmptyState* m_empty = nullptr;
    QAction* m_linkedAction = nullptr;
    QAction* m_maximizeAction = nullptr;
    QList<std::pair<QAction*, const char*>> m_paneActions;
    QList<QAction*> m_actions;
    QAction* m_pathsAction = nullptr;
    QAction* m_resetAction = nullptr;
    QAction* m_edgeTextsAction = nullptr;
    QAction* m_exportAction = nullptr;
    QList<QAction*> m_presetActions;
    PresetStack m_presets;
    QAction* m_groupAction = nullptr;
    QAction* m_groupsShownAction = nullptr;
    QAction* m_openAllAction = nullptr;
    QAction* m_closeAllAction = nullptr;
    QAction* m_openLevelAction = nullptr;
    QAction* m_closeLevelAction = nullptr;
    GroupSettings m_groups;
    std::optional<HeldCorner> m_heldCorner;
    std::optional<WantedNode> m_wantedNode;
    std::optional<PathEnd> m_pathEnd;
    QPointer<SelectionContext> m_context;
    GraphSearch* m_finder = nullptr;
    int m_currentFound = -1;
    QWidget* m_pickBanner = nullptr;
    QLabel* m_pickText = nullptr;
    QPushButton* m_pickCancel = nullptr;
    int m_pickPane = -1;
    bool m_canUndo = false;
    bool m_canRedo = false;
    QList<GraphMark> m_bookmarks;
    QHash<Stage, int> m_shares; ///< of the width, in proportion to each other; of hidden stages too
    QList<Stage> m_unlinked; ///< panes that were taken out of the link on their own
    std::optional<Stage> m_maximized;
    int m_selectedPane = -1;
    QAction* m_sidewaysAction = nullptr;
    bool m_wantsSideways = false;
    bool m_isSideways = false; ///< as the panes' layouts are
    bool m_isFollowing = false; ///< a pane is moved because another moved
    bool m_isLocked = false;
};

} // namespace driftscope
