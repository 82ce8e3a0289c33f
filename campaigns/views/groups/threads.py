"""Threads: reading, opening, replying, correcting, hiding, closing."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from campaigns.forms.groups import HidingForm, PostForm, ThreadForm
from campaigns.models import GroupPost, GroupThread
from campaigns.queries.groups import standing_of
from campaigns.services.groups import threads
from campaigns.views.groups.finding import group_of, post_of, thread_of

SHOWN_POSTS = 100


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_thread(request: HttpRequest, public_id: str) -> HttpResponse:
    group = group_of(request, public_id)
    if not standing_of(request.user, group).reads_threads:
        raise PermissionDenied
    form = ThreadForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        thread = threads.open_thread(actor=request.user, group=group, now=timezone.now(), **form.cleaned_data)  # type: ignore[arg-type]
        return HttpResponseRedirect(thread.get_absolute_url())
    return render(request, "campaigns/groups/form.html", {"form": form, "group": group, "title": _("Open a thread")})


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def thread_page(request: HttpRequest, public_id: str, thread_id: str) -> HttpResponse:
    """Posts in the order of writing, a page at a time, and the form to reply."""
    thread = thread_of(request, public_id, thread_id)
    form = PostForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            post = threads.reply(actor=request.user, thread=thread, body=form.cleaned_data["body"], now=timezone.now())  # type: ignore[arg-type]
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return HttpResponseRedirect(f"{thread.get_absolute_url()}?after={post.pk - 1}#post-{post.pk}")
    return render(request, "campaigns/groups/thread_detail.html", _thread_context(request, thread, form))


def _thread_context(request: HttpRequest, thread: GroupThread, form: forms.Form) -> dict[str, Any]:
    after = request.GET.get("after", "")
    posts = thread.posts.select_related("author", "organisation", "hidden_by").order_by("pk")
    if after.isdecimal() and len(after) < 19:
        posts = posts.filter(pk__gt=int(after))
    shown = list(posts[: SHOWN_POSTS + 1])
    return {
        "thread": thread,
        "group": thread.group,
        "posts": shown[:SHOWN_POSTS],
        "next_after": shown[SHOWN_POSTS - 1].pk if len(shown) > SHOWN_POSTS else None,
        "is_later_page": bool(after),
        "form": form,
        "standing": standing_of(request.user, thread.group),
    }


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_post(request: HttpRequest, public_id: str, thread_id: str, post: int) -> HttpResponse:
    row = post_of(request, public_id, thread_id, post)
    if row.author_id != request.user.pk:
        raise PermissionDenied
    form = PostForm(request.POST or None, initial={"body": row.body})
    return _change(
        request,
        row,
        form,
        _("Correct your post"),
        lambda data: threads.edit_post(actor=request.user, post=row, now=timezone.now(), **data),  # type: ignore[arg-type]
    )


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def hide_post(request: HttpRequest, public_id: str, thread_id: str, post: int) -> HttpResponse:
    row = post_of(request, public_id, thread_id, post)
    if not standing_of(request.user, row.thread.group).moderates:
        raise PermissionDenied
    form = HidingForm(request.POST or None)
    return _change(
        request,
        row,
        form,
        _("Hide a post"),
        lambda data: threads.hide_post(actor=request.user, post=row, now=timezone.now(), **data),  # type: ignore[arg-type]
    )


def _change(
    request: HttpRequest, post: GroupPost, form: forms.Form, title: str, save: Callable[[dict[str, Any]], Any]
) -> HttpResponse:
    thread = post.thread
    if request.method == "POST" and form.is_valid():
        try:
            save(form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return HttpResponseRedirect(f"{thread.get_absolute_url()}?after={post.pk - 1}#post-{post.pk}")
    return render(
        request,
        "campaigns/groups/form.html",
        {"form": form, "group": thread.group, "title": title, "back_url": thread.get_absolute_url()},
    )


@never_cache
@login_required
@require_POST
def show_post(request: HttpRequest, public_id: str, thread_id: str, post: int) -> HttpResponse:
    row = post_of(request, public_id, thread_id, post)
    threads.show_post(actor=request.user, post=row)  # type: ignore[arg-type]
    return HttpResponseRedirect(f"{row.thread.get_absolute_url()}?after={row.pk - 1}#post-{row.pk}")


@never_cache
@login_required
@require_POST
def close_thread(request: HttpRequest, public_id: str, thread_id: str) -> HttpResponse:
    """Closes an open thread, opens a closed one."""
    thread = thread_of(request, public_id, thread_id)
    threads.close_thread(actor=request.user, thread=thread, is_closed=not thread.is_closed)  # type: ignore[arg-type]
    messages.success(request, _("The thread is closed.") if thread.is_closed else _("The thread is open."))
    return HttpResponseRedirect(thread.get_absolute_url())
